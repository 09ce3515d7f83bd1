package rules

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/policy"
)

//go:embed arn_facts.txt
var arnFactsText string

// arnFacts are the starts of resources by what arn_facts.txt says of them and
// the service: "no-account ssm".
var arnFacts = sync.OnceValue(func() map[string][]string {
	facts := map[string][]string{}
	for line := range dataLines(arnFactsText) {
		fields := strings.Fields(line)
		key := fields[0] + " " + fields[1]
		facts[key] = append(facts[key], strings.Join(fields[2:], " "))
	}
	return facts
})

// mayBeFact says whether the fact may be true of the resource.
func (r *listedResource) mayBeFact(fact string) bool {
	for _, start := range arnFacts()[fact+" "+r.arn.text(arnService)] {
		if r.mayStart(arnResource, start) {
			return true
		}
	}
	return false
}

// isIdentityPolicy says whether the policy certainly is one that IAM keeps for an
// identity, and so has looked at.
func (p *Pass) isIdentityPolicy() bool {
	return p.Policy.Kind.Is(policy.Identity|policy.PermissionSet|policy.Boundary) && !p.Policy.Guessed
}
