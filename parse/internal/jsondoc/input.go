package jsondoc

import (
	"sort"

	"github.com/iamlint/iamlint/policy"
)

// An input is JSON in memory, with what is known of where it comes from.
type input struct {
	json   []byte // the text with marks in it
	text   string
	source sourceMap // of the text
	holes  []policy.Hole
	marks  []mark
	use    policy.Span // where the text is referred to, if it is written elsewhere
}

// span returns the source of the JSON from one byte to another.
func (in *input) span(from, to int) policy.Span {
	if len(in.marks) > 0 {
		from, to = original(in.marks, from), original(in.marks, to)
	}
	return in.source.span(from, to)
}

// quoted returns the value of the JSON string, quotes included, from one byte
// to another.
func (in *input) quoted(from, to int, escaped bool) policy.Value {
	if len(in.marks) > 0 {
		from, to = original(in.marks, from), original(in.marks, to)
	}
	span := in.source.span(from, to)
	if in.source.base.IsValid() && !escaped {
		return policy.NewValue(span, in.text[from+1:to-1])
	}
	d := decode(&in.source, in.holes, from+1, to-1)
	d.unquote(in.text, from+1, to-1)
	return d.value(span, in.use)
}

// bare returns the value of a number, true or false.
func (in *input) bare(from, to int) policy.Value {
	if len(in.marks) > 0 {
		from, to = original(in.marks, from), original(in.marks, to)
	}
	d := decode(&in.source, nil, from, to)
	d.verbatim(in.text, from, to)
	return d.value(in.source.span(from, to), in.use)
}

// mark returns the mark that stands in the JSON at a place, nil if there is none.
func (in *input) mark(at int) *mark {
	i := sort.Search(len(in.marks), func(i int) bool { return in.marks[i].at >= at })
	if i == len(in.marks) || in.marks[i].at != at {
		return nil
	}
	return &in.marks[i]
}
