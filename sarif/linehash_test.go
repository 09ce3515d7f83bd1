package sarif

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// texts returns the hashes as they are written.
func texts(hashes []lineHash) []string {
	all := make([]string, len(hashes))
	for i, h := range hashes {
		all[i] = h.String()
	}
	return all
}

// The first texts and hashes are those of the tests of github/codeql-action.
func TestLineHashes(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"", []string{"c129715d7a2bc9a3:1"}},
		{" a\nb\n  \t\tc\n d", []string{
			"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1",
		}},
		{" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", []string{
			"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1",
			"c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1",
		}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, texts(lineHashes([]byte(tt.text)))); diff != "" {
			t.Errorf("lineHashes(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestLineHashesIgnoreLayout(t *testing.T) {
	want := texts(lineHashes([]byte("a b\nc\n")))
	for _, text := range []string{"ab\nc\n", "\ta  b \n c\n", "ab\r\nc\r\n", "ab\rc\r"} {
		if diff := cmp.Diff(want, texts(lineHashes([]byte(text)))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// Each line has a hash, and equal ones are told apart by their turn.
func TestLineHashesOfEqualLines(t *testing.T) {
	text := ""
	for range 300 {
		text += "}\n"
	}
	hashes := texts(lineHashes([]byte(text)))
	if len(hashes) != 301 {
		t.Fatalf("%d hashes, want 301", len(hashes))
	}
	seen := map[string]bool{}
	for i, h := range hashes {
		if seen[h] {
			t.Fatalf("line %d has the hash of an earlier line: %s", i+1, h)
		}
		seen[h] = true
	}
	if a, b := hashes[0], hashes[1]; a[:len(a)-1] != b[:len(b)-1] || a[len(a)-1] != '1' || b[len(b)-1] != '2' {
		t.Errorf("the first two of many equal lines have %s and %s", a, b)
	}
}

// A text takes no more memory than its lines do.
func TestLineHashesOfLongLine(t *testing.T) {
	text := bytes.Repeat([]byte("x"), 1<<20)
	if n := testing.AllocsPerRun(1, func() { lineHashes(text) }); n > 10 {
		t.Errorf("%v allocations for a single line", n)
	}
}
