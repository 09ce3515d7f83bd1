package terraform

import (
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
	case e.Val.Type() == cty.Number:
		v.kind, v.text = number, s.verbatim(e.SrcRange, e.Val.AsBigFloat().Text('f', -1))
	case e.Val.Type() == cty.Bool:
		v.kind, v.text = boolean, s.verbatim(e.SrcRange, string(bytesOf(s.file, e.SrcRange)))
	case e.Val.Type() == cty.String:
		v.kind, v.text = str, s.verbatim(e.SrcRange, e.Val.AsString())
	default:
		return s.unknown(e)
	}
	return v
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
