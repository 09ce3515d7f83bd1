package terraform

import (
	"slices"

	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// An option is what a hole in the rest of a list stands for: some items, of
// which any may be there.
type option struct {
	hole  policy.Hole
	items []*value
}

// options returns what is known of the items that a list may have besides.
func (v *value) options() []option {
	if v.extra == nil {
		return nil
	}
	return v.extra.options
}

// further returns what a list may have of another value besides: of a list
// that is open, or of an unknown value that may be a list.
func (v *value) further() (rest []policy.Hole, options []option) {
	switch {
	case v.kind == list && v.each != nil && len(v.rest) > 0:
		return v.rest, []option{{v.rest[0], []*value{v.each}}}
	case v.kind == unknown && len(v.alts) > 0:
		return v.either()
	}
	return v.rest, v.options()
}

// either returns what an unknown value adds to a list if it is one of several
// lists. Nothing is known of it unless all are.
func (v *value) either() (rest []policy.Hole, options []option) {
	o := option{hole: v.hole()}
	for _, a := range v.alts {
		if a.kind != list || a.each != nil {
			return v.rest, nil
		}
		o.items = append(o.items, a.items...)
		rest, options = append(rest, a.rest...), append(options, a.options()...)
	}
	return append(slices.Clip(v.rest), rest...), append(options, o)
}

// unexplained returns what further items are taken from, less what the options
// tell.
func (v *value) unexplained() []policy.Hole {
	var rest []policy.Hole
	for _, h := range v.rest {
		if !slices.ContainsFunc(v.options(), func(o option) bool { return o.hole == h }) {
			rest = append(rest, h)
		}
	}
	return rest
}

// withOptions returns the list with what is known of its further items.
func (v *value) withOptions(options []option) *value {
	if len(options) == 0 || v.kind != list {
		return v
	}
	out := *v
	out.extra, out.nodes = &extra{options: options}, 0
	return &out
}

// mapped returns options with the items changed.
func mapped(options []option, change func(*value) *value) []option {
	var out []option
	for _, o := range options {
		items := make([]*value, len(o.items))
		for i, item := range o.items {
			items[i] = change(item)
		}
		out = append(out, option{o.hole, items})
	}
	return out
}

// asOptions returns the options as policies are read from.
func asOptions(options []option) []tree.Option {
	var out []tree.Option
	for _, o := range options {
		t := tree.Option{Hole: o.hole}
		for _, item := range o.items {
			for _, v := range item.possible() {
				t.Items = append(t.Items, toTree(v))
			}
		}
		out = append(out, t)
	}
	return out
}
