package rules

import (
	"fmt"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A Config is what rules are told that no policy says.
type Config struct {
	Accounts        []string          // ours; any other account is an outsider. None: not known
	Organization    string            // ours: "o-…"
	TrustedAccounts map[string]string // others that may be let in, and who they are

	Quotas map[policy.Kind]int // raised limits of the account, in what AWS counts

	// Now is the day that dates are compared with. Zero is not known.
	Now time.Time
}

// A Pass is one rule at work on one policy, or on one scope.
type Pass struct {
	Rule    *Rule
	Policy  *policy.Document // nil for RunScope
	Scope   *policy.Scope    // what is judged together with it; read-only
	Catalog *catalog.Catalog
	Config  *Config

	shared   *shared
	near     *suggestions
	findings *[]*Finding
}

// Reportf reports a finding at a place in the statement, nil if it is about
// none, and returns it to be added to. A place that was not written is
// replaced by the statement's or the document's head.
func (p *Pass) Reportf(s *policy.Statement, at analysis.Range, format string, args ...any) *Finding {
	f := &Finding{
		Diagnostic: analysis.Diagnostic{
			Category: p.Rule.Name,
			Message:  shortened(fmt.Sprintf(format, args...)),
			URL:      p.Rule.URL(),
		},
		Rule: p.Rule, Policy: p.Policy, Statement: s,
	}
	if at == nil || !at.Pos().IsValid() {
		at = p.head(s)
	}
	f.Pos, f.End = at.Pos(), at.End()
	if v, ok := at.(interface{ Use() policy.Span }); ok {
		f.AddRelated(v.Use(), "used here")
	}
	*p.findings = append(*p.findings, f)
	return f
}

// head returns what to point at when there is nothing more exact.
func (p *Pass) head(s *policy.Statement) analysis.Range {
	switch {
	case s != nil && s.Mark().IsValid():
		return s.Mark()
	case p.Policy != nil:
		return p.Policy.Head.Or(p.Policy.Span)
	}
	return policy.Span{}
}
