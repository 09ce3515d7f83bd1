package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// A placedVariable is a policy variable and where it stands.
type placedVariable struct {
	placeholder
	value *policy.Value
}

// at returns where the variable stands in the source.
func (v *placedVariable) at() policy.Span { return v.value.Sub(v.from, v.to) }

// expanded goes through the policy variables that stand where AWS looks for
// them, if the document is of the right version: in resources, and in what
// operators compare with that take variables.
func (p *Pass) expanded() iter.Seq2[*policy.Statement, placedVariable] {
	return func(yield func(*policy.Statement, placedVariable) bool) {
		if !p.writtenText().variables {
			return
		}
		for _, s := range p.Policy.Statements {
			for _, list := range [...]*policy.List{&s.Resource, &s.NotResource} {
				if !p.eachVariable(s, list, nil, yield) {
					return
				}
			}
			for i := range s.Condition.Entries {
				e := &s.Condition.Entries[i]
				if !p.eachVariable(s, &e.List, e, yield) {
					return
				}
			}
		}
	}
}

func (p *Pass) eachVariable(s *policy.Statement, l *policy.List, e *policy.Condition, yield func(*policy.Statement, placedVariable) bool) bool {
	for i := range l.Values {
		v := &l.Values[i]
		if !strings.Contains(v.Text(), "${") || e != nil && !takesVariables(e.Operator) {
			continue
		}
		for _, found := range p.variablesOf(v) {
			if !yield(s, placedVariable{found, v}) {
				return false
			}
		}
	}
	return true
}

// takesVariables says whether the operator replaces variables in what it
// compares with. Of Bool AWS says both; of an unknown one nothing follows.
//
// Source: AWS IAM User Guide, "IAM policy elements: Variables and tags".
func takesVariables(op policy.Value) bool {
	if !op.Known() {
		return true
	}
	switch access.ParseOperator(op.Text()).Family {
	case access.NumericOperator, access.DateOperator, access.BinaryOperator, access.AddressOperator, access.NullOperator:
		return false
	}
	return true
}
