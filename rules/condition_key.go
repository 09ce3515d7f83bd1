package rules

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
)

// A keyClass says where a condition key comes from.
type keyClass uint8

const (
	unknownKey    keyClass = iota // there is none of that name
	documentedKey                 // AWS documents it: see catalog.ConditionKey
	observedKey                   // seen in use, and not documented
	federatedKey                  // a claim of an identity provider: its host, a colon and the claim
)

// A conditionKey is what is known of a condition key.
type conditionKey struct {
	class                 keyClass
	*catalog.ConditionKey // of documented keys
}

// conditionKey returns what is known of the key, given in any case.
func (p *Pass) conditionKey(name string) conditionKey {
	if k, ok := p.shared.keys[name]; ok {
		return k
	}
	if p.shared.keys == nil || len(p.shared.keys) > maxKeys {
		p.shared.keys = map[string]conditionKey{}
	}
	k := lookUpKey(p.Catalog, name)
	p.shared.keys[name] = k
	return k
}

// maxKeys is how many condition keys are remembered. A repository has a few
// dozen.
const maxKeys = 10_000

func lookUpKey(c *catalog.Catalog, name string) conditionKey {
	if k := c.ConditionKey(name); k != nil {
		return conditionKey{documentedKey, k}
	}
	prefix, rest, ok := strings.Cut(name, ":")
	switch {
	case !ok || rest == "":
	case isObservedKey(strings.ToLower(name)):
		return conditionKey{class: observedKey}
	case c.Service(prefix) == nil && strings.ContainsAny(prefix, "./"):
		return conditionKey{class: federatedKey}
	}
	return conditionKey{}
}

//go:embed observed_keys.txt
var observedKeysText string

// observedKeys are the lines of observed_keys.txt, in lower case.
var observedKeys = sync.OnceValue(func() []string {
	return slices.Collect(dataLines(strings.ToLower(observedKeysText)))
})

// isObservedKey says whether observed_keys.txt has the key, in lower case.
func isObservedKey(key string) bool {
	return slices.ContainsFunc(observedKeys(), func(known string) bool {
		begins := known[len(known)-1] == '.' || known[len(known)-1] == '['
		return key == known || begins && strings.HasPrefix(key, known)
	})
}
