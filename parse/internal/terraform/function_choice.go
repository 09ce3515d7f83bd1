package terraform

import "bytes"

// coalesce returns the first argument that is neither null nor "".
func coalesce(c *call) *value {
	for i, a := range c.args {
		switch {
		case a.kind == null || a.kind == str && a.text.Is(""):
		case a.kind == unknown || a.kind == str && a.text.Text() == "" && a.document() == nil:
			return oneOf(c.hole(c.expr), c.args[i:]...)
		default:
			return a
		}
	}
	return c.unknown()
}

// try returns the first argument that can be evaluated. Whether one that is
// unknown can be is not known either.
func try(c *call) *value {
	for i, a := range c.args {
		switch {
		case a.failed:
		case i < len(c.args)-1 && c.mayFail(i):
			return oneOf(c.hole(c.expr), c.args[i:]...)
		default:
			return a
		}
	}
	return c.wrong()
}

// mayFail says whether an argument may be an error: it is unknown, or may refer
// to an instance that does not exist.
func (c *call) mayFail(i int) bool {
	a := c.args[i]
	return a.kind == unknown || !a.known() && i < len(c.expr.Args) && bytes.ContainsAny(bytesOf(c.file, c.expr.Args[i].Range()), "[*")
}

// can says whether its argument can be evaluated.
func can(c *call) *value {
	switch a := c.arg(0); {
	case a.failed:
		return boolValue(false, c.span())
	case a.kind != unknown:
		return boolValue(true, c.span())
	}
	return c.unknown()
}
