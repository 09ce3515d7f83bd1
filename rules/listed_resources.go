package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A listedResource is one value of a Resource or NotResource element.
type listedResource struct {
	statement *policy.Statement
	list      *policy.List
	index     int // in the list
	not       bool
	value     *policy.Value

	arn   arnFields
	isARN bool // has six fields, the first of which is "arn"
}

// resources returns the values of the Resource and NotResource elements of the
// policy, each taken apart once for all rules.
func (p *Pass) resources() []listedResource {
	l := &p.shared.resources
	if l.policy != p.Policy {
		l.take(p.Policy)
	}
	return l.all
}

type listedResources struct {
	policy *policy.Document
	all    []listedResource
}

func (l *listedResources) take(d *policy.Document) {
	l.policy, l.all = d, l.all[:0]
	for _, s := range d.Statements {
		l.add(s, &s.Resource, false)
		l.add(s, &s.NotResource, true)
	}
}

func (l *listedResources) add(s *policy.Statement, list *policy.List, not bool) {
	for i := range list.Values {
		r := listedResource{statement: s, list: list, index: i, not: not, value: &list.Values[i]}
		r.arn, r.isARN = arnFieldsOf(r.value)
		l.all = append(l.all, r)
	}
}

// An arnField is one of the six fields of an ARN.
type arnField int

const (
	arnPrefix arnField = iota // "arn"
	arnPartition
	arnService
	arnRegion
	arnAccount
	arnResource // all the rest, with any further colons
)

// arnFields tells where the fields of an ARN are in a value. It costs less than
// [policy.ParseARN], which makes values of them.
type arnFields struct {
	value *policy.Value
	start [7]int // of each field in the text; the last is one after the end
}

// arnFieldsOf takes a value apart. It is not ok where ParseARN is not.
func arnFieldsOf(v *policy.Value) (arnFields, bool) {
	a := arnFields{value: v}
	text := v.Text()
	if !strings.HasPrefix(text, "arn:") {
		return a, false
	}
	for i := arnPartition; i <= arnResource; i++ {
		n := strings.IndexByte(text[a.start[i-1]:], ':')
		if n < 0 {
			return a, false
		}
		a.start[i] = a.start[i-1] + n + 1
	}
	a.start[6] = len(text) + 1
	for _, h := range v.Holes() {
		if h.At < a.start[arnPartition] || h.At < a.start[arnResource] && !h.Form.Safe() {
			return a, false
		}
	}
	return a, true
}

// text returns what is known of a field's text.
func (a *arnFields) text(f arnField) string { return a.value.Text()[a.start[f] : a.start[f+1]-1] }

// known says whether all of a field is.
func (a *arnFields) known(f arnField) bool {
	for range a.holes(f) {
		return false
	}
	return true
}

// literal returns the text of a field if all of it is known and no wildcard is
// in it.
func (a *arnFields) literal(f arnField) (text string, ok bool) {
	text = a.text(f)
	return text, a.known(f) && !strings.ContainsAny(text, "*?")
}

// holes goes through the holes in a field.
func (a *arnFields) holes(f arnField) iter.Seq[policy.Hole] {
	return func(yield func(policy.Hole) bool) {
		for _, h := range a.value.Holes() {
			if a.start[f] <= h.At && h.At < a.start[f+1] && !yield(h) {
				return
			}
		}
	}
}

// field returns a field as a value of its own.
func (a *arnFields) field(f arnField) policy.Value {
	return a.value.Slice(a.start[f], a.start[f+1]-1)
}
