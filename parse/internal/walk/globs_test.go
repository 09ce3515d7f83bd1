package walk

import "testing"

func TestGlobs(t *testing.T) {
	plant(t, "a/b.tf", "l -> a")
	g, err := NewGlobs([]string{"a/*.tf", "gone/**"}, ".")
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{
		"a/b.tf":          true,
		"l/b.tf":          true, // the same file
		"a/../a/b.tf":     true,
		"a/new.tf":        true, // is not there
		"l/new.tf":        true,
		"gone/far/new.tf": true,
		"b.tf":            false,
		"a/b.json":        false,
	} {
		if got := g.Match(path); got != want {
			t.Errorf("Match(%q) = %v, want %v", path, got, want)
		}
	}
}
