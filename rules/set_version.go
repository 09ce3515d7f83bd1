package rules

import (
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/policy"
)

// oldVersionInWords says that the document certainly has no policy variables,
// and why, if it has none. A version that does not exist is another mistake.
func oldVersionInWords(d *policy.Document) (under string, old bool) {
	switch {
	case d.Version != nil:
		return "under Version " + strconv.Quote(oldestVersion), d.Version.Is(oldestVersion)
	case len(d.Rest) > 0 || slices.Contains(misspelled(d)[nil], "Version"):
		return "", false
	}
	return "without a Version", true
}

// setVersion returns the edits that give the document the newest version.
func (p *Pass) setVersion() ([]analysis.TextEdit, bool) {
	if d := p.Policy; d.Version == nil {
		return p.InsertMember(d.StatementKey, "Version", newestVersion)
	}
	edits, ok := p.Replace(*p.Policy.Version, newestVersion)
	return edits, ok && !p.Policy.Version.Use().IsValid()
}

// fixVersion adds the fix that makes it the newest version, if that is what was
// meant.
func (p *Pass) fixVersion(f *Finding, meant bool) {
	edits, ok := p.setVersion()
	f.Fix("use "+newestVersion, edits, ok && meant)
}
