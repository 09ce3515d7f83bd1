package access_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
)

// Thousands of Allows beside thousands of Denies must not take memory for each
// pair of them.
func TestManyAllowsAndDenies(t *testing.T) {
	var list []string
	for i := range 3000 {
		list = append(list, allow("s3:Get*", fmt.Sprintf("%s%d/*", bucket, i)))
		list = append(list, deny("s3:Put*", fmt.Sprintf("%s%d/*", bucket, i)))
	}
	d := statements(t, list...)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	denies := access.NewAnalysis(catalog.Default(), d)
	for _, s := range d.Statements {
		if s.Index%2 == 0 && len(denies.Shadow(s)) > 0 {
			t.Fatalf("statement %d is shadowed by statements about other actions", s.Index)
		}
	}
	runtime.ReadMemStats(&after)
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 400 {
		t.Errorf("%d MiB allocated, want at most 400", mb)
	}
}
