package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// limitables are what of a statement's actions could be limited to resources.
type limitables struct {
	written  []string // as the policy writes them
	example  string
	severity Severity
}

// limitable returns what the statement allows on every resource, changes
// something and takes a resource. Whole services are left to other rules.
func limitable(pass *Pass, s *policy.Statement) limitables {
	l := limitables{severity: Low}
	denied := pass.Denies().On(s)
	var whole []string // services, with the colon
	for _, v := range s.Action.Values {
		if isEveryAction(v) {
			return limitables{}
		}
		if service := wholeService(pass.Catalog, v); service != nil {
			whole = append(whole, service.Prefix()+":")
		}
	}
	for _, v := range s.Action.Values {
		text, known := v.Literal()
		if !known || isLookup(text) || slices.ContainsFunc(whole, func(prefix string) bool { return hasPrefixFold(text, prefix) }) {
			continue
		}
		e := pass.shared.known.changes(pass.Catalog, text)
		if e.example != "" && denied.Touches(text) {
			e = changesOf(pass.Catalog, text, denied)
		}
		if e.example == "" {
			continue
		}
		if l.written = append(l.written, text); l.example == "" {
			l.example = e.example
		}
		if !e.unnamed {
			l.severity = Medium
		}
	}
	return l
}

// changes are what an action or pattern stands for that changes something and
// can be limited to resources.
type changes struct {
	example string // an action; none if there is none
	unnamed bool   // all of them make something that has no name before
}

// changesOf looks at the actions that a pattern stands for, but for those that
// are denied; nil is nothing.
func changesOf(c *catalog.Catalog, pattern string, denied *access.Denied) changes {
	var e changes
	for _, a := range c.Expand(pattern) {
		if !canBeLimited(a) || denied != nil && denied.Action(a.FullName()) {
			continue
		}
		if e.example == "" {
			e = changes{a.FullName(), true}
		}
		if !createsUnnamed(a) {
			e.unnamed = false
			break
		}
	}
	if e.example != "" && isPattern(pattern) {
		for a := range access.Telling(c, pattern) {
			if canBeLimited(a) && (denied == nil || !denied.Action(a.FullName())) {
				e.example = a.FullName()
				break
			}
		}
	}
	return e
}

func hasPrefixFold(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

// canBeLimited says whether the action changes something and takes a resource
// that a policy can name.
func canBeLimited(a *catalog.Action) bool {
	const changes = catalog.Write | catalog.Tagging | catalog.PermissionsManagement
	return a.Levels&changes != 0 && !a.WildcardOnly() && !isLookup(a.FullName()) && !isPlumbing(a)
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
