package terraform

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/policy"
)

//go:embed attributes.txt
var attributesText string

// A holder is an attribute that holds a policy.
type holder struct {
	block, attribute string // "inline_policy", "policy"; no block if it is an argument

	kind          policy.Kind
	organizations bool // the kind is told by the argument type
	none          bool // it does not hold a policy, though it looks so
	service       string
	owner         string // self, an argument, or nothing
	noResource    bool
}

// path returns the attribute as people name it: "inline_policy.policy".
func (h holder) path() string {
	if h.block == "" {
		return h.attribute
	}
	return h.block + "." + h.attribute
}

// holders are the rows of attributes.txt by resource type.
var holders = sync.OnceValue(func() map[string][]holder {
	rows := map[string][]holder{}
	for line := range strings.Lines(attributesText) {
		f := strings.Fields(line)
		if len(f) < 5 || f[0] == "#" {
			continue
		}
		h := holder{service: strings.Trim(f[3], "-"), noResource: len(f) > 5}
		if f[4] != "-" {
			h.owner = f[4]
		}
		block, attribute, nested := strings.Cut(f[1], ".")
		if h.attribute = block; nested {
			h.block, h.attribute = block, attribute
		}
		h.none, h.organizations = f[2] == "none", f[2] == "organizations"
		h.kind, _ = policy.ParseKind(f[2])
		rows[f[0]] = append(rows[f[0]], h)
	}
	return rows
})

// suffixes are how attributes of unknown resource types end that may hold a
// policy.
var suffixes = []string{"policy", "policy_document", "access_policies", "resource_policy", "inline_policy"}

func policyName(attribute string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(attribute, s) {
			return true
		}
	}
	return false
}
