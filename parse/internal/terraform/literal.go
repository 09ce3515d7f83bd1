package terraform

import (
	"math/big"
	"strconv"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/iamlint/iamlint/policy"
)

// evalLiteral evaluates a number, true, false or null.
func (s *scope) evalLiteral(e *hclsyntax.LiteralValueExpr) *value {
	v := &value{Span: s.span(e.SrcRange)}
	switch {
	case !e.Val.IsKnown():
		return s.unknown(e)
	case e.Val.IsNull():
		v.kind = null
	case e.Val.Type() == cty.Number && numberText(e.Val.AsBigFloat()) != "":
		v.kind, v.text = number, s.verbatim(e.SrcRange, numberText(e.Val.AsBigFloat()))
	case e.Val.Type() == cty.Bool:
		v.kind, v.text = boolean, s.verbatim(e.SrcRange, string(bytesOf(s.file, e.SrcRange)))
	case e.Val.Type() == cty.String:
		v.kind, v.text = str, s.verbatim(e.SrcRange, e.Val.AsString())
	default:
		return s.unknown(e)
	}
	return v
}

// numberText returns a number as a decimal, or nothing if it is too large to be
// written out.
func numberText(f *big.Float) string {
	if n, exact := f.Int64(); exact == big.Exact {
		return strconv.FormatInt(n, 10)
	}
	if exp := f.MantExp(nil); exp < -maxExponent || exp > maxExponent {
		return ""
	}
	return f.Text('f', -1)
}

// verbatim returns the text that the bytes of a range are, without quotes.
func (s *scope) verbatim(r hcl.Range, text string) policy.Value {
	at := s.span(r)
	runs := []policy.Run{{At: 0, Len: len(text), Span: at}}
	return policy.NewValue(at, text).WithOrigin(&policy.Origin{Runs: runs})
}

// isKnownString says whether a value of cty's is a string.
func isKnownString(v cty.Value) bool {
	return v.IsKnown() && !v.IsNull() && v.Type() == cty.String
}
