package terraform

import "slices"

// merge joins objects; a later one wins. What an unknown one in between may
// have replaced is unknown too.
func merge(c *call) *value {
	m := merged{call: c, at: map[string]int{}, out: &value{kind: object, Span: c.span(), rest: slices.Clone(c.more)}}
	for _, a := range c.args {
		if !m.add(a) {
			return c.wrong()
		}
	}
	if len(c.more) > 0 {
		m.doubt()
	}
	return m.out
}

// A merged is an object that is being made of several.
type merged struct {
	*call
	out *value
	at  map[string]int // where the fields with a known name are
}

// add puts in one object. It is not ok if the value certainly is none.
func (m *merged) add(a *value) (ok bool) {
	switch {
	case a.kind == null:
	case a.kind == object:
		if a.uncertain() {
			m.doubt()
		}
		for _, f := range a.fields {
			m.set(f)
		}
		m.out.rest = append(m.out.rest, a.rest...)
	case a.kind == unknown && len(a.alts) > 0 && !slices.ContainsFunc(a.alts, func(v *value) bool { return !v.closed() }):
		m.addOneOf(a)
	case a.kind == unknown:
		m.doubt()
		m.out.rest = append(m.out.rest, a.rest...)
	default:
		return false
	}
	return true
}

// closed says whether the value is null or an object of which it is known what
// fields it has.
func (v *value) closed() bool { return v.kind == null || v.kind == object && !v.uncertain() }

// addOneOf puts in an object that is one of several: of these, what not all
// have may leave what is there as it is.
func (m *merged) addOneOf(a *value) {
	values, has := map[string][]*value{}, map[string]int{}
	var names []field
	for _, alt := range a.alts {
		for _, f := range alt.fields {
			if has[f.name()]++; has[f.name()] == 1 {
				names = append(names, f)
			}
			values[f.name()] = append(values[f.name()], f.value)
		}
	}
	whole, open := holeValue(m.hole(m.expr)), false
	for _, f := range names {
		all := values[f.name()]
		if has[f.name()] < len(a.alts) {
			i, ok := m.at[f.name()]
			if !ok {
				open = true
				continue
			}
			all = append(all, m.out.fields[i].value)
		}
		f.value = oneOf(whole.part("."+f.name(), "."+f.name(), m.span()).hole(), all...)
		m.set(f)
	}
	if open {
		m.out.rest = append(m.out.rest, a.hole())
	}
}

// set puts a field in.
func (m *merged) set(f field) {
	if i, ok := m.at[f.name()]; ok && f.key.Known() {
		m.out.fields[i] = f
		return
	}
	if f.key.Known() {
		m.at[f.name()] = len(m.out.fields)
	}
	m.out.fields = append(m.out.fields, f)
}

// doubt makes the fields unknown that another value may replace.
func (m *merged) doubt() {
	whole := holeValue(m.hole(m.expr))
	for i, f := range m.out.fields {
		m.out.fields[i].value = whole.part("."+f.name(), "."+f.name(), m.span())
	}
}
