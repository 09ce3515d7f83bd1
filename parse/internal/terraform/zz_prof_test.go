package terraform

import (
	"os"
	"testing"
	"path/filepath"
	"github.com/iamlint/iamlint/parse/internal/source"
)

func TestZZProf(t *testing.T) {
	d := os.Getenv("ZZ")
	if d == "" { t.Skip() }
	set := source.NewSet()
	var files []*source.File
	ps, _ := filepath.Glob(d + "/*.tf")
	for _, p := range ps { b, _ := os.ReadFile(p); files = append(files, set.Add(p, b)) }
	s, pr := Load(set, d, files, Options{})
	t.Log(len(s.Policies), len(pr))
}
