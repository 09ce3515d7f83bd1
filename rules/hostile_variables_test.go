package rules_test

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/rules"
)

// Values made of nothing but the beginnings and ends of variables keep no rule
// busy.
func TestHostileVariables(t *testing.T) {
	const n = 200_000
	for name, text := range map[string]string{
		"open":    strings.Repeat("${", n),
		"nested":  strings.Repeat("${", n) + strings.Repeat("}", n),
		"many":    strings.Repeat("${a:b}", n),
		"escaped": strings.Repeat(`\u0024{aws:x`, n),
		"spaces":  strings.Repeat(" ${aws:x }", n),
		"wide":    strings.Repeat(`\u2013`, n) + "–",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			policy := `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:` + text + `", "Resource": "arn:aws:s3:::` + text + `"}}`
			for _, r := range []*rules.Rule{
				rules.InvalidPolicyVariable, rules.UnknownVariable, rules.VariableUnsupportedPlace, rules.VariableOldVersion,
				rules.InvalidCharacter, rules.StrayWhitespace, rules.InvalidActionFormat, rules.PolicyTooLarge,
			} {
				newCase(t, r, []txtar.File{{Name: "p.json", Data: []byte(policy)}}).lint(t)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
