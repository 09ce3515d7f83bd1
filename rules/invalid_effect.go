package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// InvalidEffect reports effects that are neither Allow nor Deny.
var InvalidEffect = &Rule{
	Name: "invalid-effect",
	Kind: Error,
	Doc: `the effect is neither Allow nor Deny

Effect takes the words Allow and Deny, in exactly this case. AWS refuses a
policy with any other.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": «"allow"», "Action": "s3:GetObject", "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}`,
	Run:  invalidEffect,
}

func invalidEffect(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.EffectValue == nil || s.Effect != policy.NoEffect {
			continue
		}
		text, known := s.EffectValue.Literal()
		if !known {
			continue
		}
		f := pass.Reportf(s, s.EffectValue, `Effect %q must be "Allow" or "Deny"`, text)
		for _, right := range []policy.Effect{policy.Allow, policy.Deny} {
			if strings.EqualFold(text, right.String()) {
				edits, ok := pass.Replace(*s.EffectValue, right.String())
				f.Fix("write "+right.String(), edits, ok)
			}
		}
	}
}
