// Package rules holds the checks, one a file, each written once for every
// input format.
package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A Rule is one check.
type Rule struct {
	Name string // kebab-case; also the file, the documentation anchor and the SARIF rule id
	Doc  string // title, blank line, explanation

	// Kind and Severity are the usual ones: a finding may have others. Severity
	// zero is that of the kind.
	Kind     Kind
	Severity Severity

	// Policies are the kinds of policies the rule looks at. Zero is all, those
	// of unknown kind included.
	Policies policy.Kind

	Off bool // does not run unless it is enabled

	Bad  string // breaks the rule, each part to be flagged marked «so»
	Good string // does the same job and keeps the rule
	// Format is the file that Bad and Good are: "policy.json" if empty. Its
	// suffix says the language.
	Format string
	// Settings is the configuration under which Bad and Good are as said, as in
	// .iamlint.yaml; empty is none.
	Settings string

	// Silences are the rules whose findings on the same statement say no more
	// once this one has spoken there.
	Silences []string

	Run      func(*Pass) // once per policy
	RunScope func(*Pass) // once per scope, Policy nil
	// A rule with neither is about files; what loads them reports it.
}

// Title returns the first line of the documentation.
func (r *Rule) Title() string {
	title, _, _ := strings.Cut(r.Doc, "\n")
	return title
}

// Explanation returns the documentation without its title.
func (r *Rule) Explanation() string {
	_, text, _ := strings.Cut(r.Doc, "\n")
	return strings.TrimSpace(text)
}

// UsualSeverity returns the severity most findings have.
func (r *Rule) UsualSeverity() Severity {
	if r.Severity != 0 {
		return r.Severity
	}
	return r.Kind.Severity()
}

// URL returns the address of the rule's documentation.
func (r *Rule) URL() string {
	return "https://github.com/iamlint/iamlint/blob/main/docs/rules.md#" + r.Name
}

// AppliesTo says whether the rule looks at policies of the kind.
func (r *Rule) AppliesTo(k policy.Kind) bool { return r.Policies == 0 || k.Is(r.Policies) }
