package parse

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path"
	"testing"

	"golang.org/x/tools/txtar"
)

// corpus returns all managed policies of AWS.
func corpus(t *testing.T) []txtar.File {
	t.Helper()
	f, err := os.Open("../../shared/corpus/managed-policies.tar.gz")
	if err != nil {
		t.Skip("no corpus:", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var files []txtar.File
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		if path.Ext(h.Name) != ".json" {
			continue
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, txtar.File{Name: path.Base(h.Name), Data: data})
	}
}

// Every managed policy is read, whole, and without a complaint.
func TestCorpus(t *testing.T) {
	files := corpus(t)
	want := 0
	for _, f := range files {
		var d struct{ Statement json.RawMessage }
		if err := json.Unmarshal(f.Data, &d); err != nil {
			t.Fatal(err)
		}
		var list []json.RawMessage
		if json.Unmarshal(d.Statement, &list) != nil {
			list = []json.RawMessage{d.Statement}
		}
		want += len(list)
	}
	plant(t, files)
	r := load(t, Options{})
	got := 0
	for _, s := range r.Scopes {
		for _, d := range s.Policies {
			got += len(d.Statements)
			if len(d.Problems) > 0 || d.Open() {
				t.Errorf("%s: problems %v", d.Name, d.Problems)
			}
		}
	}
	if len(r.Problems) > 0 || len(r.Scopes) != len(files) || r.Examined != len(files) || got != want {
		t.Errorf("%d of %d policies, %d of %d statements, problems %v", len(r.Scopes), len(files), got, want, r.Problems)
	}
}
