package parse

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/tools/txtar"
)

// manyPolicies are as many files as make the time of one run worth measuring.
func manyPolicies() []txtar.File {
	var files []txtar.File
	for i := range 400 {
		var b bytes.Buffer
		b.WriteString("{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [")
		for s := range 1 + i%12 {
			if s > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, "\n    {\n      \"Sid\": \"S%d\",\n      \"Effect\": \"Allow\",\n      \"Action\": [", s)
			for a := range 1 + (i+s)%20 {
				if a > 0 {
					b.WriteByte(',')
				}
				fmt.Fprintf(&b, "\n        \"service%d:Action%d\"", s, a)
			}
			fmt.Fprintf(&b, "\n      ],\n      \"Resource\": \"arn:aws:s3:::bucket-%d/*\",\n", i)
			b.WriteString("      \"Condition\": {\n        \"StringEquals\": {\n          \"aws:PrincipalTag/team\": \"x\"\n        }\n      }\n    }")
		}
		b.WriteString("\n  ]\n}\n")
		files = append(files, txtar.File{Name: fmt.Sprintf("policy%d.json", i), Data: b.Bytes()})
	}
	return files
}

// BenchmarkLoad stands beside a bare reading of the same files, token by
// token: what counts is the ratio of the two.
func BenchmarkLoad(b *testing.B) {
	files := manyPolicies()
	plant(b, files)
	var size int64
	for _, f := range files {
		size += int64(len(f.Data))
	}
	b.Run("policies", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			if r, err := Load(Options{}); err != nil || len(r.Scopes) != len(files) {
				b.Fatal(err)
			}
		}
	})
	b.Run("tokens", func(b *testing.B) {
		b.SetBytes(size)
		for b.Loop() {
			inParallel(files, tokens)
		}
	})
}

func tokens(f txtar.File) {
	text, err := os.ReadFile(f.Name)
	if err != nil {
		panic(err)
	}
	d := jsontext.NewDecoder(bytes.NewBuffer(text))
	for {
		if _, err := d.ReadToken(); err != nil {
			return
		}
	}
}

// BenchmarkUnrelated reads a large file that is no policy.
func BenchmarkUnrelated(b *testing.B) {
	text := []byte(`{"packages": {` + string(bytes.Repeat([]byte(`"node_modules/x": {"version": "1.2.3", "integrity": "sha512-AAAA"},`), 80_000)) + `"": {}}}`)
	plant(b, []txtar.File{{Name: "package-lock.json", Data: text}})
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Load(Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
