package rules

import (
	"iter"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// A conditionEntry is one entry of a Condition, taken apart.
type conditionEntry struct {
	*policy.Condition
	statement *policy.Statement
	op        access.Operator
	key       string // in lower case
}

// conditionEntries goes through the entries of the policy whose operator, which
// exists, and key are known.
func (p *Pass) conditionEntries() iter.Seq[conditionEntry] {
	return func(yield func(conditionEntry) bool) {
		for _, s := range p.Policy.Statements {
			for i := range s.Condition.Entries {
				c := &s.Condition.Entries[i]
				if !c.Operator.Known() || !c.Variable.Known() {
					continue
				}
				e := conditionEntry{c, s, access.ParseOperator(c.Operator.Text()), strings.ToLower(c.Variable.Text())}
				if e.op.Family != access.NoOperator && !yield(e) {
					return
				}
			}
		}
	}
}

// setEntries goes through the entries that have a set prefix, also those of
// whose key only the end is known, as of "${var.issuer}:sub": a claim of an
// identity provider. The key then is that end.
func (p *Pass) setEntries() iter.Seq[conditionEntry] {
	return func(yield func(conditionEntry) bool) {
		for _, s := range p.Policy.Statements {
			for i := range s.Condition.Entries {
				c := &s.Condition.Entries[i]
				key := strings.ToLower(c.Variable.Suffix())
				if !c.Operator.Known() || !c.Variable.Known() && !strings.HasPrefix(key, ":") {
					continue
				}
				e := conditionEntry{c, s, access.ParseOperator(c.Operator.Text()), key}
				if e.op.HasSet() && e.op.Family != access.NoOperator && e.op.Family != access.NullOperator && !yield(e) {
					return
				}
			}
		}
	}
}

// withoutSet returns the edits that take the set prefix from the operator of an
// entry.
func (p *Pass) withoutSet(e conditionEntry) (plain string, edits []analysis.TextEdit, ok bool) {
	_, plain, _ = strings.Cut(e.Operator.Text(), ":")
	edits, ok = p.Replace(e.Operator, plain)
	return plain, edits, ok && aloneUnder(e.statement, e.Condition) && !hasOperator(e.statement, plain)
}

// ceilings are the kinds of policies that grant nothing: what an Allow there
// lets through is still to be allowed elsewhere.
const ceilings = policy.SCP | policy.RCP | policy.Boundary | policy.Session | policy.VPCEndpoint
