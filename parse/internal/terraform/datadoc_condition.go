package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// conditions reads the condition blocks of a statement. The values of blocks
// with the same test and variable are alternatives of one entry.
func (s *scope) conditions(body *hclsyntax.Body) policy.Conditions {
	var c policy.Conditions
	found := s.blocks(body, "condition")
	if len(found) == 0 {
		return c
	}
	c.Span, c.Key = found[0].Span, found[0].head
	for _, x := range found {
		if x.optional {
			c.Rest = append(c.Rest, x.holes...)
			continue
		}
		if !s.spend(len(c.Entries)/16, x.Span) {
			c.Rest = append(c.Rest, policy.Hole{Expr: "…", Span: x.head})
			break
		}
		c.Entries = addEntry(c.Entries, x.scope.condition(x))
	}
	return policy.NewConditions(c)
}

func (s *scope) condition(x nested) policy.Condition {
	return policy.Condition{
		Span:     x.Span,
		Operator: *s.required(x.body.Attributes["test"], x),
		Variable: *s.required(x.body.Attributes["variable"], x),
		List:     s.stringList(x.body.Attributes["values"], withVariables),
	}
}

func addEntry(entries []policy.Condition, c policy.Condition) []policy.Condition {
	for i, old := range entries {
		if old.Operator.Same(c.Operator) && old.Variable.Same(c.Variable) {
			entries[i].List = joined(old.List, c.List)
			return entries
		}
	}
	return append(entries, c)
}
