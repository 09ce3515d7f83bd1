package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// A call is a function call with its arguments.
type call struct {
	*scope
	expr *hclsyntax.FunctionCallExpr
	args []*value
	more []policy.Hole // arguments that x... may add
}

// functions are those that keep track of where what they return comes from,
// or can do with arguments that are not all known. All others are in stdlib.
var functions map[string]func(*call) *value

func init() {
	functions = map[string]func(*call) *value{
		"jsonencode": jsonEncode, "jsondecode": jsonDecode, "file": fileFunction, "templatefile": templateFileFunction,
		"format": format, "formatlist": formatList, "join": join, "split": split, "replace": replace,
		"trimprefix": trimPrefix, "trimsuffix": trimSuffix, "tostring": toString, "trimspace": trimSpace, "chomp": chomp,
		"concat": concat, "flatten": flatten, "compact": compact, "distinct": distinct,
		"toset": toList, "tolist": toList, "sort": sorted, "one": oneItem, "element": itemAt,
		"setunion": setUnion, "coalescelist": coalesceList, "length": length, "contains": contains,
		"merge": merge, "keys": keys, "values": values, "lookup": lookup, "tomap": same,
		"coalesce": coalesce, "try": try, "can": can, "sensitive": same, "nonsensitive": same, "ephemeralasnull": same,
	}
}

// evalCall evaluates a function call. What try and can are given may fail.
func (s *scope) evalCall(e *hclsyntax.FunctionCallExpr) *value {
	name := strings.TrimPrefix(e.Name, "core::")
	if impure[name] || len(e.Args) > maxItems {
		return s.unknown(e)
	}
	c := call{scope: s, expr: e}
	if name == "jsonencode" && !s.document { // most likely a policy
		inner := *s
		inner.document = true
		c.scope = &inner
	}
	if !c.evalArgs() {
		return s.wrong(e)
	}
	if f := functions[name]; f != nil {
		if len(c.args) == 0 && len(c.more) == 0 {
			return s.wrong(e)
		}
		return c.charged(f, 1)
	}
	if f, ok := stdlib[name]; ok && len(c.more) == 0 {
		return c.charged(func(c *call) *value { return c.standard(name, f) }, 4) // cty has slow numbers
	}
	return s.unknown(e)
}

// charged calls a function, which takes time for all that it is given and all
// that it gives.
func (c *call) charged(f func(*call) *value, cost int) *value {
	steps := 0
	for _, a := range c.args {
		steps += a.weight()
	}
	if !c.spend(cost*steps, c.span()) {
		return c.unknown()
	}
	v := f(c)
	c.spend(cost*v.weight(), c.span())
	return v
}

// evalArgs evaluates the arguments. It is not ok if the last one is to be
// expanded, and is no list.
func (c *call) evalArgs() bool {
	for i, a := range c.expr.Args {
		v := c.eval(a)
		if !c.expr.ExpandFinal || i < len(c.expr.Args)-1 {
			c.args = append(c.args, v)
			continue
		}
		switch v.kind {
		case list:
			c.args = append(c.args, v.items...)
			c.more = v.rest
		case unknown:
			c.more = v.rest
		default:
			return false
		}
	}
	return true
}

// unknown returns that nothing is known of what the call gives.
func (c *call) unknown() *value { return c.scope.unknown(c.expr) }

// wrong returns that the call certainly is an error.
func (c *call) wrong() *value { return c.scope.wrong(c.expr) }

func (c *call) span() policy.Span { return c.scope.span(c.expr.Range()) }

// arg returns an argument, or one that is null.
func (c *call) arg(i int) *value {
	if i < len(c.args) {
		return c.args[i]
	}
	return &value{kind: null, Span: c.span()}
}

// known says whether all arguments are known.
func (c *call) known() bool {
	for _, a := range c.args {
		if !a.known() {
			return false
		}
	}
	return len(c.more) == 0
}

// list returns a list that the call makes.
func (c *call) list(items []*value, rest []policy.Hole) *value {
	if len(items) > maxItems {
		c.stop(c.span(), "items", "a list is taken as unknown: it is too long")
		return c.unknown()
	}
	return &value{kind: list, Span: c.span(), items: items, rest: rest}
}

// same returns the argument as it is.
func same(c *call) *value { return c.arg(0) }

// text returns the text that was put together.
func (c *call) text(b *textBuilder) *value {
	b.fixed = true
	return c.built(b, c.expr)
}
