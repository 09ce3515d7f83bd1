package terraform

import (
	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// A kind is a type of value.
type kind uint8

const (
	unknown kind = iota // may be of any type
	null
	boolean
	number
	str
	list   // a list, set or tuple
	object // a map or object
	blocks // a resource or data source, or all instances of one
)

// A value is what an expression gives, as far as it is known. Values are
// shared, and never changed once made.
type value struct {
	kind kind
	policy.Span

	text   policy.Value // of a string; a number or boolean as it is written
	items  []*value     // of a list
	fields []field      // of an object

	// rest is what further items or fields are taken from, which cannot be
	// known. For an unknown value it is the one hole that the value is.
	rest []policy.Hole
	// each is what the further items look like, where that is known.
	each *value
	// alts are what an unknown value is one of, where that is known.
	alts []*value

	isSet   bool // a set, not a list
	written bool // the items of a list all stand in the brackets at Span
	failed  bool // unknown, because evaluating it certainly is an error

	nodes int // see size

	*extra
}

// extra is what few values need.
type extra struct {
	doc     *policy.Document // the string is the text of this document
	json    *value           // the string is the JSON of this value
	file    *source.File     // the string is all of this file
	from    *block           // the string is an attribute of this block
	element element          // of blocks

	options []option // what a list may have besides its items

	syntax policy.Syntax // spells strings of JSON in the string
	head   policy.Span   // where the string starts: the marker of a heredoc
}

// A field is one member of an object.
type field struct {
	key   policy.Value
	value *value
}

// name returns the field's key, as far as it is known.
func (f field) name() string { return f.key.Text() }

// hole returns the value as a hole, which it is if it is not known.
func (v *value) hole() policy.Hole {
	if v.kind == unknown && len(v.rest) > 0 {
		return v.rest[0]
	}
	return policy.Hole{Expr: "?", Span: v.Span}
}

// open says whether a list or object may have more than is known.
func (v *value) open() bool { return len(v.rest) > 0 }

// known says whether all of the value is known.
func (v *value) known() bool {
	switch v.kind {
	case unknown, blocks:
		return false
	case str:
		return v.text.Known()
	}
	for _, item := range v.items {
		if !item.known() {
			return false
		}
	}
	for _, f := range v.fields {
		if !f.key.Known() || !f.value.known() {
			return false
		}
	}
	return !v.open()
}

// is says whether the value certainly is the boolean.
func (v *value) is(b bool) bool {
	return v.kind == boolean && v.text.Is(map[bool]string{true: "true", false: "false"}[b])
}

// literal returns the text of a string that is known.
func (v *value) literal() (string, bool) {
	if v.kind != str {
		return "", false
	}
	return v.text.Literal()
}

// document returns the document whose text the value is, if it is one.
func (v *value) document() *policy.Document {
	if v.extra == nil {
		return nil
	}
	return v.doc
}

// source returns the value that the string is the JSON of, if it is.
func (v *value) source() *value {
	if v.extra == nil {
		return nil
	}
	return v.json
}

// origin returns the block that the string is an attribute of, if it is.
func (v *value) origin() *block {
	if v.extra == nil {
		return nil
	}
	return v.from
}

// whole returns the file whose text the value is, if it is.
func (v *value) whole() *source.File {
	if v.extra == nil {
		return nil
	}
	return v.file
}

func textValue(t policy.Value) *value { return &value{kind: str, Span: t.Span, text: t} }

func holeValue(h policy.Hole) *value {
	return &value{kind: unknown, Span: h.Span, rest: []policy.Hole{h}}
}

// computed is the origin of text that no source bytes have as it is.
var computed = &policy.Origin{Syntax: fixed{}}

// nothing says whether the value certainly is null or "", which as a policy is
// no policy, and which compact leaves out.
func (v *value) nothing() bool { return v.kind == null || v.kind == str && v.text.Is("") }
