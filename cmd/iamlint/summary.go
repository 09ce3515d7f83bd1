package main

import (
	"fmt"
	"strings"

	"github.com/iamlint/iamlint/rules"
)

// summary says in words what was found, and in how much.
func (v *view) summary() string {
	s := v.Summary
	var b strings.Builder
	switch {
	case len(v.Findings) > 0:
		fmt.Fprintf(&b, "%s (%s) in %s of %s\n", v.paint.in(bold, count(len(v.Findings), "finding")),
			bySeverity(s.Findings), count(s.Policies, "policy"), count(s.Files, "file"))
		fmt.Fprintf(&b, "what a rule means: iamlint explain %s\n", v.worstRule())
	case s.Policies == 0:
		fmt.Fprintf(&b, "no policies in %s\n", count(s.Files, "file"))
	default:
		fmt.Fprintf(&b, "no findings in %s of %s\n", count(s.Policies, "policy"), count(s.Files, "file"))
	}
	if s.Ignored > 0 {
		fmt.Fprintf(&b, "%s ignored\n", count(s.Ignored, "finding"))
	}
	if s.Unresolved > 0 {
		fmt.Fprintf(&b, "%s not checked, since it cannot be known what is in them: iamlint policies shows which\n",
			count(s.Unresolved, "policy"))
	}
	return b.String()
}

// worstRule returns the rule of the first among the worst findings.
func (v *view) worstRule() string {
	worst := v.Worst()
	for _, f := range v.Findings {
		if f.Severity == worst {
			return f.Rule.Name
		}
	}
	return ""
}

// bySeverity returns counts in words: "2 critical, 3 high".
func bySeverity(n map[rules.Severity]int) string {
	var parts []string
	for s := rules.Critical; s >= rules.Info; s-- {
		if n[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[s], s))
		}
	}
	return strings.Join(parts, ", ")
}

// count returns a number of things in words.
func count(n int, thing string) string {
	switch {
	case n == 1:
		return "1 " + thing
	case strings.HasSuffix(thing, "y"):
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(thing, "y"))
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
