package rules

import "github.com/iamlint/iamlint/policy"

// maxCompared is how many values a list may have for each to be compared with
// all others.
const maxCompared = 250

// fieldHere returns a field, or the whole ARN if the field is written elsewhere.
func (r *listedResource) fieldHere(f arnField) policy.Value {
	if field := r.arn.field(f); r.value.Contains(field.Span) {
		return field
	}
	return *r.value
}

// with returns the ARN with another text as a field, if all of it is known.
func (r *listedResource) with(f arnField, field string) (text string, known bool) {
	text, known = r.value.Literal()
	return text[:r.arn.start[f]] + field + text[r.arn.start[f+1]-1:], known
}

// fixField adds to a finding that the field of the ARN is to be empty.
func (p *Pass) fixField(f *Finding, r *listedResource, field arnField) {
	if text, known := r.with(field, ""); known {
		edits, ok := p.Replace(*r.value, text)
		f.Fix("remove it", edits, ok)
	}
}
