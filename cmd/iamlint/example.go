package main

import (
	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/rules"
)

// fixable says whether the rule suggests how to mend its own example.
func fixable(r *rules.Rule) bool {
	if r.Run == nil && r.RunScope == nil {
		return false
	}
	bad, _ := rules.Unmark(r.Bad)
	report, err := iamlint.Lint(iamlint.Options{
		Paths: []string{"-"}, Stdin: []byte(bad), StdinName: exampleName(r),
		Enable: []string{r.Name},
	})
	if err != nil {
		return false
	}
	for _, f := range report.Findings {
		if f.Rule == r && len(f.SuggestedFixes) > 0 {
			return true
		}
	}
	return false
}

// exampleName returns the name of the file that the rule's examples are.
func exampleName(r *rules.Rule) string {
	if r.Format == "" {
		return "policy.json"
	}
	return r.Format
}
