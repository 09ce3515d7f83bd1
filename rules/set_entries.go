package rules

import (
	"iter"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/access"
)

// setEntries goes through the entries that have a set prefix, also those of
// whose key only the end is known, as of "${var.issuer}:sub": a claim of an
// identity provider. Their name then is that end.
func (p *Pass) setEntries() iter.Seq[*conditionEntry] {
	return func(yield func(*conditionEntry) bool) {
		for e := range p.comparisons() {
			if !e.op.HasSet() || e.op.Family == access.NullOperator {
				continue
			}
			if e.name == "" {
				claim := *e
				claim.name = strings.ToLower(e.Variable.Suffix())
				if e = &claim; !strings.HasPrefix(e.name, ":") {
					continue
				}
			}
			if !yield(e) {
				return
			}
		}
	}
}

// withoutSet returns the edits that take the set prefix from the operator of an
// entry.
func (p *Pass) withoutSet(e *conditionEntry) (plain string, edits []analysis.TextEdit, ok bool) {
	_, plain, _ = strings.Cut(e.Operator.Text(), ":")
	edits, ok = p.writeOperator(e, plain)
	return plain, edits, ok
}
