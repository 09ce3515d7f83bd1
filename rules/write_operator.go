package rules

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/policy"
)

// writeOperator returns the edits that give the entry another operator. Nothing
// else may stand under the old one, and nothing under the new one, nor under one
// that is not known.
func (p *Pass) writeOperator(e *conditionEntry, text string) ([]analysis.TextEdit, bool) {
	if hasOperator(e.statement, text) {
		return nil, false
	}
	for i := range e.statement.Condition.Entries {
		other := &e.statement.Condition.Entries[i]
		if other != e.Condition && (!other.Operator.Known() || other.Operator.Pos() == e.Operator.Pos()) {
			return nil, false
		}
	}
	return p.Replace(e.Operator, text)
}

// operatorNamed returns an operator of another name with the set prefix and the
// IfExists of this entry's.
func (e *conditionEntry) operatorNamed(name string) string {
	if set, _, ok := strings.Cut(e.Operator.Text(), ":"); ok {
		name = set + ":" + name
	}
	if e.op.IfExists {
		name += "IfExists"
	}
	return name
}

// maxEntries is how many entries a Condition has at most in which one is
// renamed: those who write policies by hand do not have more.
const maxEntries = 200

// hasOperator says whether the statement's Condition has entries under the
// operator, given in any case, or may have some that are not known. Of very many
// it may; an operator that is not known is taken for another.
func hasOperator(s *policy.Statement, name string) bool {
	if len(s.Condition.Entries)+len(s.Condition.Idle) > maxEntries {
		return true
	}
	for _, e := range s.Condition.Entries {
		if e.Operator.Known() && strings.EqualFold(e.Operator.Text(), name) {
			return true
		}
	}
	for _, idle := range s.Condition.Idle {
		if strings.EqualFold(idle.Text(), name) {
			return true
		}
	}
	return len(s.Condition.Rest) > 0
}
