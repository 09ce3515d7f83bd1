package catalog

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// slipsOfAWS are what AWS's own managed policies name and no request ever
// checks: names of API operations where the permission is called otherwise
// (s3:ListBucket), and slips of the pen.
var slipsOfAWS = []string{
	"payments:Get",
	"s3:ListBuckets", "s3:ListObjects", "s3:ListObjectsV2",
	"ssm:RemoveTagsToResource",
}

// Everything that AWS's managed policies name is in the catalog, or retired,
// or undocumented, or a slip.
func TestManagedPolicies(t *testing.T) {
	c := Default()
	entries, unknown := 0, map[string]bool{}
	eachManagedPolicy(t, func(text []byte) {
		for _, action := range actionsOf(t, text) {
			entries++
			if _, retired := c.Retired(action); !retired && !c.Undocumented(action) && !c.ExpandsToAny(action) {
				unknown[action] = true
			}
		}
	})
	var got []string
	for action := range unknown {
		got = append(got, action)
	}
	slices.Sort(got)
	if diff := cmp.Diff(slipsOfAWS, got); diff != "" {
		t.Errorf("unknown actions (-want +got):\n%s", diff)
	}
	if entries < 60_000 {
		t.Errorf("there are %d actions in the policies, want 60,000 or so", entries)
	}
}

// eachManagedPolicy calls f with the documents of the corpus, and skips the
// test if it is not there.
func eachManagedPolicy(t *testing.T, f func([]byte)) {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "shared", "corpus", "managed-policies.tar.gz"))
	if err != nil {
		t.Skip("no corpus: ", err)
	}
	defer file.Close()
	zr, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(h.Name) != ".json" {
			continue
		}
		text, err := io.ReadAll(tr)
		if err != nil {
			t.Fatal(err)
		}
		f(text)
	}
}

// oneOrMore is a JSON value or a list of such.
type oneOrMore[T any] []T

func (l *oneOrMore[T]) UnmarshalJSON(text []byte) error {
	if text[0] == '[' {
		return json.Unmarshal(text, (*[]T)(l))
	}
	*l = make([]T, 1)
	return json.Unmarshal(text, &(*l)[0])
}

// actionsOf returns the entries of all lists of actions in a policy.
func actionsOf(t *testing.T, text []byte) []string {
	t.Helper()
	var doc struct {
		Statement oneOrMore[struct{ Action, NotAction oneOrMore[string] }]
	}
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, s := range doc.Statement {
		all = append(append(all, s.Action...), s.NotAction...)
	}
	return all
}
