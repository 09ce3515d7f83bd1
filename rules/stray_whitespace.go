package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// StrayWhitespace reports strings with white space around them.
var StrayWhitespace = &Rule{
	Name: "stray-whitespace",
	Kind: Error,
	Doc: `white space around a value, or in an action

White space counts in a policy: with a blank in front, behind, or in an action,
the value matches nothing. Remove it.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": «"s3:GetObject "», "Resource": "*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
  ]
}
`,
	Run: strayWhitespace,
}

func strayWhitespace(pass *Pass) {
	for s := range pass.eachString() {
		text := s.value.Text()
		if s.element == "Condition" || s.element == "Sid" || text == "" || !strings.ContainsAny(text, " \t\r\n") {
			continue
		}
		trimmed := strings.TrimSpace(text)
		inside := s.element == "Action" && strings.ContainsAny(trimmed, " \t\r\n")
		// What stands at a hole may be in the middle of the string.
		if !inside && (trimmed == text || !strayAtEnds(s.value)) {
			continue
		}
		f := pass.Reportf(s.statement, s.value, "%q has stray white space and never matches", s.value.String())
		f.Subject = text
		if !inside {
			edits, ok := pass.Replace(s.value, trimmed)
			f.Fix("remove it", edits, ok)
		}
	}
}

// strayAtEnds says whether the value certainly begins or ends with white space.
func strayAtEnds(v policy.Value) bool {
	prefix, suffix := v.Prefix(), v.Suffix()
	return prefix != strings.TrimLeft(prefix, " \t\r\n") || suffix != strings.TrimRight(suffix, " \t\r\n")
}
