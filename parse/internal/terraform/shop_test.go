package terraform

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

func TestShopDev(t *testing.T) {
	root := "../../../testdata/repos/shop"
	dirs := map[string][]string{}
	filepath.WalkDir(root, func(p string, d os.DirEntry, err error) error {
		if strings.Contains(p, ".terraform/") || strings.Contains(p, "node_modules") {
			return nil
		}
		if strings.HasSuffix(p, ".tf") {
			dirs[filepath.Dir(p)] = append(dirs[filepath.Dir(p)], p)
		}
		return nil
	})
	var lines []string
	for dir, files := range dirs {
		set := source.NewSet()
		var fs []*source.File
		for _, p := range files {
			text, _ := os.ReadFile(p)
			fs = append(fs, set.Add(p, text))
		}
		scope, problems := Load(set, dir, fs, Options{ReadFile: func(p string) (*source.File, error) {
			text, err := os.ReadFile(p)
			if err != nil {
				return nil, err
			}
			return set.Add(p, text), nil
		}})
		for _, p := range problems {
			t.Errorf("%s %s", set.FileSet.Position(p.Pos()), p.Message)
		}
		for _, d := range scope.Policies {
			pos := set.FileSet.Position(d.Head.Pos())
			rel, _ := filepath.Rel(root, pos.Filename)
			text, _ := os.ReadFile(pos.Filename)
			line := strings.Count(string(text[:pos.Offset]), "\n") + 1
			kind := d.Kind.String()
			if d.Service != "" {
				kind += ":" + d.Service
			}
			if d.Unresolved {
				kind += " UNRESOLVED"
			}
			l := fmt.Sprintf("%s:%d %s %s", rel, line, d.Name, kind)
			if u := unknowns(d); len(u) > 0 {
				l += " unknown: " + strings.Join(u, ", ")
			}
			lines = append(lines, l)
		}
	}
	sort.Strings(lines)
	os.WriteFile("/tmp/shop.got", []byte(strings.Join(lines, "\n")+"\n"), 0o644)
}

func unknowns(d *policy.Document) []string {
	var out []string
	seen := map[string]bool{}
	add := func(hs ...policy.Hole) {
		for _, h := range hs {
			if !seen[h.Expr] {
				seen[h.Expr] = true
				out = append(out, h.Expr)
			}
		}
	}
	list := func(l policy.List) {
		for _, v := range l.Values {
			add(v.Holes()...)
		}
		add(l.Rest...)
	}
	for _, s := range d.Statements {
		if s.Sid != nil {
			add(s.Sid.Holes()...)
		}
		if s.EffectValue != nil {
			add(s.EffectValue.Holes()...)
		}
		for _, p := range []policy.Principals{s.Principal, s.NotPrincipal} {
			for _, set := range p.Sets {
				list(set.List)
			}
			add(p.Rest...)
		}
		list(s.Action)
		list(s.NotAction)
		list(s.Resource)
		list(s.NotResource)
		for _, c := range s.Condition.Entries {
			add(c.Variable.Holes()...)
			list(c.List)
		}
		add(s.Condition.Rest...)
		add(s.Rest...)
	}
	add(d.MoreStatements...)
	add(d.Rest...)
	return out
}
