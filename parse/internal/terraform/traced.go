package terraform

// picking are the functions of the standard library whose strings all are
// strings that they are given.
var picking = map[string]bool{
	"setproduct": true, "zipmap": true, "slice": true, "reverse": true, "chunklist": true,
	"setintersection": true, "setsubtract": true,
}

// traced returns what a picking function gave with each string as the argument
// has it: written where that is.
func (c *call) traced(v *value) *value {
	given := map[string]*value{}
	for _, a := range c.args {
		a.strings(func(s *value) {
			if text := s.text.Text(); given[text] == nil {
				given[text] = s
			}
		})
	}
	return v.replaced(given)
}

// strings calls f for all strings in a value that is known.
func (v *value) strings(f func(*value)) {
	if v.kind == str {
		f(v)
	}
	for _, item := range v.items {
		item.strings(f)
	}
	for _, m := range v.fields {
		m.value.strings(f)
	}
}

// replaced returns the value with others in place of strings of the same text.
func (v *value) replaced(by map[string]*value) *value {
	if v.kind == str && by[v.text.Text()] != nil {
		return by[v.text.Text()]
	}
	out := *v
	out.items, out.fields = nil, nil
	for _, item := range v.items {
		out.items = append(out.items, item.replaced(by))
	}
	for _, f := range v.fields {
		out.fields = append(out.fields, field{f.key, f.value.replaced(by)})
	}
	return &out
}
