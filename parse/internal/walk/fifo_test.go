//go:build unix

package walk

import (
	"slices"
	"syscall"
	"testing"
)

// A pipe without a writer would block whoever opens it.
func TestPipesAreNotOpened(t *testing.T) {
	plant(t, "a.tf", "sub/", "link.tf -> pipe.tf")
	for _, name := range []string{"pipe.tf", "sub/.gitignore"} {
		if err := syscall.Mkfifo(name, 0o644); err != nil {
			t.Skip(err)
		}
	}
	got := show(t, []string{".", "pipe.tf", "link.tf"}, Options{Want: isTerraform})
	want := []string{"a.tf", "link.tf: not a regular file", "pipe.tf: not a regular file"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
