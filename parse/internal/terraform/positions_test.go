package terraform

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// valuesIn returns all strings of a document.
func valuesIn(d *policy.Document) []policy.Value {
	var all []policy.Value
	add := func(v *policy.Value) {
		if v != nil {
			all = append(all, *v)
		}
	}
	add(d.Version)
	add(d.ID)
	for _, s := range d.Statements {
		add(s.Sid)
		add(s.EffectValue)
		for _, p := range []policy.Principals{s.Principal, s.NotPrincipal} {
			add(p.Star)
			for _, set := range p.Sets {
				all = append(append(all, set.Type), set.Values...)
			}
		}
		for _, l := range []policy.List{s.Action, s.NotAction, s.Resource, s.NotResource} {
			all = append(all, l.Values...)
		}
		for _, c := range s.Condition.Entries {
			all = append(append(all, c.Operator, c.Variable), c.Values...)
		}
	}
	return all
}

// checkPositions checks that all positions are in the files, and that what is
// said to be written by some bytes is written there.
func checkPositions(t *testing.T, files []*source.File, d *policy.Document) {
	t.Helper()
	fileOf := func(s policy.Span) *source.File {
		for _, f := range files {
			if f.Whole().Contains(s) {
				return f
			}
		}
		return nil
	}
	check := func(what string, s policy.Span) {
		t.Helper()
		if s.IsValid() && (s.End() < s.Pos() || fileOf(s) == nil) {
			t.Errorf("%s: %s: span %d-%d is in no file", d.Name, what, s.Pos(), s.End())
		}
	}
	check("document", d.Span)
	check("head", d.Head)
	for _, s := range d.Statements {
		check("statement", s.Span)
		check("head", s.Head)
	}
	for _, v := range valuesIn(d) {
		check(v.String(), v.Span)
		check(v.String(), v.Use())
		for i := range v.Text() {
			check(v.String(), v.Sub(i, i+1))
		}
		for _, h := range v.Holes() {
			check(h.Expr, h.Span)
		}
		for _, r := range v.Runs() {
			f := fileOf(r.Span)
			if f == nil || !even(r) {
				continue
			}
			got := string(f.Text[f.Offset(r.Pos()):f.Offset(r.End())])
			want := v.Text()[r.At : r.At+r.Len]
			if got != want && strings.ReplaceAll(got, "&{", "${") != want {
				t.Errorf("%s: %q is not written %q", d.Name, want, got)
			}
		}
	}
}
