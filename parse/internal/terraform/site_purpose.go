package terraform

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// kindOf returns what a policy at the site is for; ok is false if it is not
// an IAM policy.
func (st site) kindOf() (k policy.Kind, ok bool) {
	if !st.holder.organizations {
		return st.holder.kind, true
	}
	a := st.block.attribute("type")
	if a == nil {
		return policy.SCP, true
	}
	v := st.scope.eval(a.Expr)
	text, known := v.literal()
	switch {
	case v.kind == null, known && text == "SERVICE_CONTROL_POLICY":
		return policy.SCP, true
	case known && text == "RESOURCE_CONTROL_POLICY":
		return policy.RCP, true
	case known:
		return policy.Unknown, false
	}
	return policy.Unknown, true
}

// owner returns the ARN of the resource that a policy at the site protects, or
// nil.
func (st site) owner() *policy.Value {
	h, s := st.holder, st.scope
	at := s.span(st.expr.Range())
	var v *value
	switch {
	case h.owner == "":
		return nil
	case h.owner == "self":
		v = s.attribute(st.block, s.element, "arn", at)
	case st.block.attribute(h.owner) == nil:
		return nil
	default:
		v = s.argument(st.block, s.element, h.owner, at)
		if from := v.origin(); from != nil {
			v = s.attribute(from, element{}, "arn", at)
		} else if text, known := v.literal(); h.owner == "bucket" && known && !strings.HasPrefix(text, "arn:") {
			b := textBuilder{fixed: true}
			b.gap("arn:")
			b.add(holeText(s.partition(st.block, v.Span)))
			b.gap(":s3:::")
			b.add(v.text)
			v = textValue(b.value(v.Span, nil))
		}
	}
	if v.kind != str || !strings.HasPrefix(v.text.Prefix(), "arn:") {
		return nil
	}
	return &v.text
}
