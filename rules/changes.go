package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// changes are what an action or pattern stands for that changes something and
// can be limited to resources.
type changes struct {
	example *catalog.Action // nil if there is none
	unnamed bool            // all of them make something that has no name before
}

// changesOf returns what a value is, which is an action if a is not nil.
func (p *Pass) changesOf(a *catalog.Action, v *policy.Value) changes {
	switch {
	case a == nil && v.Known() && !isLookup(v.Text()):
		return p.shared.known.changes(p.Catalog, v.Text())
	case a == nil || !canBeLimited(a):
		return changes{}
	}
	return changes{a, createsUnnamed(a)}
}

// changesOf looks at the actions that a pattern stands for, but for those that
// are denied; nil is nothing.
func changesOf(c *catalog.Catalog, pattern string, denied *access.Denied) changes {
	counts := func(a *catalog.Action) bool {
		return canBeLimited(a) && (denied == nil || !denied.Action(a.FullName()))
	}
	var e changes
	for _, a := range c.Expand(pattern) {
		if !counts(a) {
			continue
		}
		if e.example == nil {
			e = changes{a, true}
		}
		if !createsUnnamed(a) {
			e.unnamed = false
			break
		}
	}
	if e.example == nil {
		return e
	}
	for a := range access.Telling(c, pattern) {
		if counts(a) {
			e.example = a
			break
		}
	}
	return e
}

// canBeLimited says whether the action changes something and takes a resource
// that a policy can name.
func canBeLimited(a *catalog.Action) bool {
	const changes = catalog.Write | catalog.Tagging | catalog.PermissionsManagement
	return a.Levels&changes != 0 && !a.WildcardOnly() && !hasPrefixOf(a.Name, lookups) && !isPlumbing(a)
}

// lookups are the verbs of actions that only read. A few such actions have
// another level in AWS's data.
var lookups = []string{"Get", "BatchGet", "List", "Describe", "Search"}

// isLookup says whether the action or pattern has such a verb.
func isLookup(action string) bool {
	_, name, _ := strings.Cut(action, ":")
	return hasPrefixOf(name, lookups)
}

// createsUnnamed says whether the action makes something whose id AWS chooses,
// so that no ARN can name it beforehand.
func createsUnnamed(a *catalog.Action) bool {
	switch a.Service().Prefix() {
	case "ec2":
		return hasPrefixOf(a.Name, []string{"Create", "Allocate", "Run", "Copy", "Register"})
	case "elasticloadbalancing":
		return strings.HasPrefix(a.Name, "Create")
	}
	return false
}
