package rules

import (
	"regexp"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// isObject says whether the value can only be about objects, and the format is
// that of their bucket, whose name holds no slash.
func isObject(v policy.Value, format string) bool {
	return strings.HasSuffix(format, bucketFormat) && hasSlash(v.Text())
}

// hasSlash says whether a slash stands in the text outside of variables such as
// ${aws:PrincipalTag/team}.
func hasSlash(text string) bool { return strings.Contains(withoutVariables(text), "/") }

// withoutVariables returns the text without its policy variables.
func withoutVariables(text string) string {
	if !strings.Contains(text, "${") {
		return text
	}
	return formatPart.ReplaceAllString(text, "")
}

// formatsOf returns the formats of the ARNs that the action acts on.
func formatsOf(a *catalog.Action) []string {
	var all []string
	for _, r := range a.Resources() {
		if t := a.Service().ResourceType(r.Type); t != nil {
			all = append(all, t.ARNs...)
		}
	}
	return all
}

var formatPart = regexp.MustCompile(`\$\{[^}]*\}`)

// formatPatterns are what [formatPattern] has returned: there are as many as
// formats.
var formatPatterns sync.Map

// formatPattern returns a pattern of all ARNs of the format.
func formatPattern(format string) *access.Pattern {
	if p, ok := formatPatterns.Load(format); ok {
		return p.(*access.Pattern)
	}
	text := formatPart.ReplaceAllString(format, "*")
	p := access.ResourcePattern(policy.NewValue(policy.Span{}, text), false)
	formatPatterns.Store(format, p)
	return p
}
