package terraform

import (
	"math/big"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	lib "github.com/zclconf/go-cty/cty/function/stdlib"

	"github.com/iamlint/iamlint/policy"
)

// stdlib are functions that are applied to what is wholly known.
var stdlib = map[string]function.Function{
	"abs": lib.AbsoluteFunc, "ceil": lib.CeilFunc, "floor": lib.FloorFunc, "log": lib.LogFunc,
	"max": lib.MaxFunc, "min": lib.MinFunc, "parseint": lib.ParseIntFunc, "pow": lib.PowFunc, "signum": lib.SignumFunc,
	"indent": lib.IndentFunc, "lower": lib.LowerFunc, "upper": lib.UpperFunc,
	"title": lib.TitleFunc, "trim": lib.TrimFunc, "strrev": lib.ReverseFunc,
	"substr": lib.SubstrFunc, "regex": lib.RegexFunc, "regexall": lib.RegexAllFunc,
	"chunklist": lib.ChunklistFunc, "range": lib.RangeFunc, "reverse": lib.ReverseListFunc, "slice": lib.SliceFunc,
	"setintersection": lib.SetIntersectionFunc, "setproduct": lib.SetProductFunc, "setsubtract": lib.SetSubtractFunc,
	"zipmap": lib.ZipmapFunc, "csvdecode": lib.CSVDecodeFunc, "formatdate": lib.FormatDateFunc, "timeadd": lib.TimeAddFunc,
	"tonumber": makeTo(cty.Number), "tobool": makeTo(cty.Bool), "format": lib.FormatFunc, "replace": lib.RegexReplaceFunc,
	"startswith": textTest(strings.HasPrefix), "endswith": textTest(strings.HasSuffix), "strcontains": textTest(strings.Contains),
}

// makeTo returns a function that converts to a type.
func makeTo(t cty.Type) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "v", Type: cty.DynamicPseudoType}},
		Type:   function.StaticReturnType(t),
		Impl:   func(args []cty.Value, _ cty.Type) (cty.Value, error) { return convert.Convert(args[0], t) },
	})
}

// textTest returns a function that tells something of two strings.
func textTest(test func(a, b string) bool) function.Function {
	p := function.Parameter{Name: "s", Type: cty.String}
	return function.New(&function.Spec{
		Params: []function.Parameter{p, p},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.BoolVal(test(args[0].AsString(), args[1].AsString())), nil
		},
	})
}

// standard applies a function of the standard library. What could make more
// of its arguments than memory holds is not tried.
func (c *call) standard(name string, f function.Function) *value {
	if !c.known() || !c.harmless(name) {
		return c.unknown()
	}
	if name == "regex" || name == "regexall" || name == "replace" { // each byte of the text is looked at often
		steps := 0
		for _, a := range c.args {
			steps += len(a.text.Text())
		}
		if !c.spend(steps, c.span()) {
			return c.unknown()
		}
	}
	args := c.ctyArgs()
	if !conform(f, args) {
		return c.wrong()
	}
	out, err := f.Call(args)
	if err != nil {
		return c.wrong()
	}
	v := fromCty(out, c.span())
	if picking[name] {
		v = c.traced(v)
	}
	return v
}

func (c *call) ctyArgs() []cty.Value {
	args := make([]cty.Value, len(c.args))
	for i, a := range c.args {
		args[i] = a.toCty()
	}
	return args
}

// harmless says whether what the function returns is not much larger than what
// it is given.
func (c *call) harmless(name string) bool {
	switch name {
	case "setproduct":
		n := 1
		for _, a := range c.args {
			if n *= max(len(a.items), 1); n > maxItems {
				return false
			}
		}
	case "indent", "format", "pow":
		// Widths and powers have few digits.
		text := c.arg(0).text.Text()
		return strings.IndexFunc(text, isDigit) < 0 || !longNumber(text)
	case "replace":
		return len(c.arg(0).text.Text())*max(len(c.arg(2).text.Text()), 1) <= maxText
	}
	return true
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func longNumber(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, func(r rune) bool { return !isDigit(r) }), func(s string) bool { return len(s) > 3 })
}

// conform converts the arguments to the types of the parameters.
func conform(f function.Function, args []cty.Value) bool {
	params, variadic := f.Params(), f.VarParam()
	for i := range args {
		p := variadic
		if i < len(params) {
			p = &params[i]
		}
		if p == nil {
			return false
		}
		v, err := convert.Convert(args[i], p.Type)
		if err != nil {
			return false
		}
		args[i] = v
	}
	return len(args) >= len(params)
}

// toCty returns a known value as cty has it.
func (v *value) toCty() cty.Value {
	switch v.kind {
	case str:
		return cty.StringVal(v.text.Text())
	case boolean:
		return cty.BoolVal(v.text.Is("true"))
	case number:
		if n, _, err := big.ParseFloat(v.text.Text(), 10, 512, big.ToNearestEven); err == nil {
			return cty.NumberVal(n)
		}
	case list:
		items := make([]cty.Value, len(v.items))
		for i, item := range v.items {
			items[i] = item.toCty()
		}
		return cty.TupleVal(items)
	case object:
		fields := make(map[string]cty.Value, len(v.fields))
		for _, f := range v.fields {
			fields[f.name()] = f.value.toCty()
		}
		return cty.ObjectVal(fields)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// fromCty returns what a function gave: it is written nowhere, and comes from
// the call.
func fromCty(v cty.Value, at policy.Span) *value {
	v, _ = v.Unmark()
	text := func(k kind, t string) *value {
		return &value{kind: k, Span: at, text: policy.NewValue(at, t).WithOrigin(computed)}
	}
	switch t := v.Type(); {
	case !v.IsKnown():
		return holeValue(policy.Hole{Expr: "?", Span: at})
	case v.IsNull():
		return &value{kind: null, Span: at}
	case t == cty.String:
		return text(str, v.AsString())
	case t == cty.Number && numberText(v.AsBigFloat()) != "":
		return text(number, numberText(v.AsBigFloat()))
	case t == cty.Bool:
		return text(boolean, map[bool]string{true: "true", false: "false"}[v.True()])
	case t.IsMapType() || t.IsObjectType():
		out := &value{kind: object, Span: at}
		for it := v.ElementIterator(); it.Next(); {
			key, item := it.Element()
			out.fields = append(out.fields, field{text(str, key.AsString()).text, fromCty(item, at)})
		}
		return out
	case v.CanIterateElements():
		out := &value{kind: list, Span: at}
		for it := v.ElementIterator(); it.Next(); {
			_, item := it.Element()
			out.items = append(out.items, fromCty(item, at))
		}
		return out
	}
	return holeValue(policy.Hole{Expr: "?", Span: at})
}
