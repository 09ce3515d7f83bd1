package terraform

import (
	"github.com/iamlint/iamlint/policy"
)

// asText returns the value as it stands in a string: ok is false if it
// certainly cannot.
func (v *value) asText() (t policy.Value, ok bool) {
	switch v.kind {
	case str, number, boolean:
		return v.text, true
	case unknown:
		return holeText(v.hole()), true
	}
	return policy.Value{}, false
}

// holeText returns a string of which nothing is known.
func holeText(h policy.Hole) policy.Value {
	h.At = 0
	return policy.NewValue(h.Span, "", h).WithOrigin(computed)
}

// possible returns what the value may be: its alternatives, or itself.
func (v *value) possible() []*value {
	if len(v.alts) > 0 {
		return v.alts
	}
	return []*value{v}
}

// oneOf returns an unknown value that is one of several.
func oneOf(h policy.Hole, alts ...*value) *value {
	v := holeValue(h)
	for _, a := range alts {
		if len(a.alts) > 0 {
			v.alts = append(v.alts, a.alts...)
		} else {
			v.alts = append(v.alts, a)
		}
	}
	if len(v.alts) > maxAlternatives {
		v.alts = nil
	}
	return v
}

// size returns how many values there are in the value, itself counted. What
// several locals share counts each time, up to a bound.
func (v *value) size() int {
	if v.nodes > 0 {
		return v.nodes
	}
	n := 1
	for _, item := range v.items {
		n += item.size()
	}
	for _, f := range v.fields {
		n += f.value.size()
	}
	for _, a := range v.alts {
		n += a.size()
	}
	for _, o := range v.options() {
		for _, item := range o.items {
			n += item.size()
		}
	}
	v.nodes = min(n, maxNodes+1)
	return v.nodes
}

// weight returns how much there is to do to go through the value.
func (v *value) weight() int { return v.size() + len(v.text.Text())/64 + len(v.text.Runs())/2 }

// get returns the field with the name. It is not ok if there certainly is none.
func (v *value) get(name string) (*value, bool) {
	for i := len(v.fields) - 1; i >= 0; i-- {
		if f := v.fields[i]; f.key.Is(name) {
			return f.value, true
		}
	}
	return nil, false
}

// uncertain says whether a field that is not there may be there all the same.
func (v *value) uncertain() bool {
	for _, f := range v.fields {
		if !f.key.Known() {
			return true
		}
	}
	return v.open()
}
