package policy

import "go/token"

// An Origin tells where the text of a value comes from, when it is not simply
// the bytes between the quotes of the value's span.
type Origin struct {
	// Runs map the text to source bytes, in order of the text. Text that no run
	// covers, such as what a function computed, comes from the value's span.
	Runs []Run

	// Use is where the document refers to a value that is written elsewhere: the
	// reference to a local value or a variable. It is nowhere otherwise.
	Use Span

	// Syntax spells text that is to replace the value. Nil is the document's.
	Syntax Syntax
}

// A Run is a stretch of text and the source bytes that wrote it. If both have
// the same length they are the same bytes, one by one; otherwise the source is
// an escape sequence, and cannot be taken apart.
type Run struct {
	At, Len int // in the text
	Span
}

// span returns the source of the text from one byte of the run to another,
// given in bytes of the value's text.
func (r Run) span(from, to int) Span {
	if int(r.end-r.pos) != r.Len {
		return r.Span
	}
	from, to = max(from, r.At), min(to, r.At+r.Len)
	return Span{r.pos + token.Pos(from-r.At), r.pos + token.Pos(to-r.At)}
}

// Use returns where the document refers to the value if it is written
// elsewhere, else nowhere.
func (v Value) Use() Span {
	if v.origin == nil {
		return Span{}
	}
	return v.origin.Use
}

// Syntax returns what spells a replacement of the value; nil stands for the
// document's own.
func (v Value) Syntax() Syntax {
	if v.origin == nil {
		return nil
	}
	return v.origin.Syntax
}

// Sub returns the source of the text from one byte to another. Where that is
// not one stretch of source, it is the value's span.
func (v Value) Sub(from, to int) Span {
	if from == 0 && to == len(v.text) || !v.IsValid() {
		return v.Span
	}
	if v.origin == nil {
		return Span{v.pos + 1 + token.Pos(from), v.pos + 1 + token.Pos(to)}
	}
	return v.origin.sub(v.Span, from, to)
}

func (o *Origin) sub(whole Span, from, to int) Span {
	var s Span
	covered := from
	for _, r := range o.Runs {
		if r.At+r.Len <= from || r.At >= to {
			continue
		}
		part := r.span(from, to)
		if r.At > covered || s.IsValid() && (part.pos < s.end || part.pos-s.end > maxGap) {
			return whole
		}
		s = NewSpan(s.Or(part).pos, part.end)
		covered = r.At + r.Len
	}
	if covered < to || !s.IsValid() {
		return whole
	}
	return s
}

// maxGap is how far apart, in source bytes, two runs may be to count as one
// stretch: there may be a hole between them, or the indentation of a heredoc.
const maxGap = 4096

// slice returns the origin of a part of the text of a value at the span.
func (o *Origin) slice(whole Span, from, to int) *Origin {
	if o == nil {
		if !whole.IsValid() {
			return nil
		}
		pos := whole.pos + 1 + token.Pos(from)
		return &Origin{Runs: []Run{{0, to - from, Span{pos, pos + token.Pos(to-from)}}}}
	}
	part := &Origin{Use: o.Use, Syntax: o.Syntax}
	for _, r := range o.Runs {
		start, end := max(r.At, from), min(r.At+r.Len, to)
		if start < end {
			part.Runs = append(part.Runs, Run{start - from, end - start, r.span(from, to)})
		}
	}
	return part
}

// Runs returns the runs of the value's text: those of its origin, or the one
// between the quotes.
func (v Value) Runs() []Run {
	switch {
	case v.origin != nil:
		return v.origin.Runs
	case v.text == "" || !v.IsValid():
		return nil
	}
	return []Run{{0, len(v.text), Span{v.pos + 1, v.pos + 1 + token.Pos(len(v.text))}}}
}

// A Syntax spells strings in the language that a document is written in.
type Syntax interface {
	// Quote returns the source of a string, with its quotes. It is not ok if
	// the language cannot hold the text where the document stands.
	Quote(text string) (source string, ok bool)
}

// A MemberSyntax can also write a member of an object in front of another.
type MemberSyntax interface {
	Syntax
	// Member returns the source of a member with what separates it from the
	// next. It is not ok if the language cannot hold the text.
	Member(name, value string) (source string, ok bool)
	// Entry returns the source of an entry of a Condition, in front of another.
	Entry(operator, key, value string) (source string, ok bool)
}
