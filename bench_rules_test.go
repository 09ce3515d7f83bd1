package iamlint_test

import (
	"slices"
	"testing"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/rules"
)

// families are the rules that ask similar questions.
var families = map[string][]*rules.Rule{
	"grammar": {
		rules.ConflictingElements, rules.DuplicateSid, rules.EmptyCondition, rules.EmptyConditionValues, rules.EmptyElement,
		rules.EmptySid, rules.InvalidDataType, rules.InvalidEffect, rules.InvalidSid, rules.InvalidVersion,
		rules.JSONDuplicateKey, rules.MissingElement, rules.MissingVersion, rules.OldVersion, rules.UnknownElement,
		rules.UnsupportedElement,
	},
	"organizations": {
		rules.RCPServiceGuard, rules.RCPSyntax, rules.SCPAllowNarrow, rules.SCPLegacySyntax, rules.SCPRegionDenyGlobal,
		rules.SCPResourceShortARN,
	},
	"actions": {
		rules.ActionMatchesNothing, rules.APINameNotAction, rules.InvalidActionFormat, rules.UnknownAction, rules.UnknownService,
	},
	"breadth": {
		rules.AdminAccess, rules.NotActionAllow, rules.NotResourceAllow, rules.WildcardAction, rules.WildcardResource,
		rules.WildcardServiceAction,
	},
	"redundancy": {rules.RedundantAction, rules.RedundantResource, rules.ShadowedAllow},
	"principals": {
		rules.AllowNotPrincipal, rules.PublicPrincipal, rules.RootAsOnlyException, rules.RootPrincipalCondition,
		rules.TrustAccountRoot, rules.TrustAnyPrincipal,
	},
}

// What a family of rules takes for AWS's managed policies, and for one of them on
// the average.
func BenchmarkFamilies(b *testing.B) {
	read, err := iamlint.Load(iamlint.Options{Dir: corpus(b)})
	if err != nil {
		b.Fatal(err)
	}
	for name, family := range families {
		b.Run(name, func(b *testing.B) {
			checker := rules.NewChecker(family, &rules.Config{})
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range read.Scopes {
					if _, err := checker.Check(s); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(read.Scopes)), "ns/policy")
		})
	}
}

// Every rule is of some family, unless it is about files or scopes.
func TestFamilies(t *testing.T) {
	for _, r := range rules.All {
		n := 0
		for _, family := range families {
			if slices.Contains(family, r) {
				n++
			}
		}
		if want := r.Run != nil; (n == 1) != want {
			t.Errorf("%s is in %d families", r.Name, n)
		}
	}
}
