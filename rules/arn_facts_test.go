package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

// What arn_facts.txt says is still needed: the catalog does not know it.
func TestARNFacts(t *testing.T) {
	for key, starts := range arnFacts() {
		fact, service, ok := strings.Cut(key, " ")
		kinds := arnKinds(catalog.Default(), service)
		if !ok || service != "*" && kinds == nil {
			t.Errorf("%s: no ARN has the service", key)
			continue
		}
		for _, start := range starts {
			of := slices.Collect(func(yield func(arnKind) bool) {
				for _, k := range kinds {
					if strings.HasPrefix(k.starts[0], start) && !yield(k) {
						return
					}
				}
			})
			if !factHolds(fact, of, kinds) {
				t.Errorf("%s %s: the catalog says otherwise, or knows it", key, start)
			}
		}
	}
}

// factHolds says whether the fact, of kinds that start like it, adds to what is
// known of all kinds of the service.
func factHolds(fact string, of, all []arnKind) bool {
	some := func(list []arnKind, is func(arnKind) bool) bool { return slices.ContainsFunc(list, is) }
	switch fact {
	case "no-account":
		return len(of) == 0 || !some(of, func(k arnKind) bool { return k.account == "" })
	case "no-region":
		return some(of, func(k arnKind) bool { return k.region != "" })
	case "with-account":
		return len(of) > 0 && !some(of, func(k arnKind) bool { return k.account != "" })
	case "with-region":
		return len(of) > 0 && !some(of, func(k arnKind) bool { return k.region != "" })
	case "refuses-region":
		return some(all, func(k arnKind) bool { return k.region == "" })
	case "type":
		return len(of) == 0 || len(of) < len(all)
	case "owner", "complete":
		return true
	}
	return false
}

// The account and Region of ARNs follow from the catalog.
func TestARNKinds(t *testing.T) {
	for service, want := range map[string]string{
		"sqs": "sqs ra", "route53": "route53", "kms": "kms ra", "budgets": "budgets a", "nosuchthing": "nosuchthing",
	} {
		got := service
		for _, k := range arnKinds(catalog.Default(), service) {
			fields := ""
			if k.region != "" {
				fields += "r"
			}
			if k.account != "" {
				fields += "a"
			}
			if fields != "" && !strings.Contains(got, " ") {
				got += " " + fields
			}
		}
		if got != want {
			t.Errorf("ARNs have %q, want %q", got, want)
		}
	}
}
