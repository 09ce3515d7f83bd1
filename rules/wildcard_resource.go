package rules

import (
	"fmt"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// WildcardResource reports statements that allow on every resource what could
// be limited to some.
var WildcardResource = &Rule{
	Name: "wildcard-resource",
	Kind: Security, Severity: Medium,
	Policies: policy.Identity | policy.PermissionSet,
	Doc: `a statement allows changes on every resource

Resource "*" means all buckets, tables, queues and functions, of other teams too.
Where an action takes a resource, give its ARN; tags in a condition do as well. Of
actions that take none, of those that only read, and of what every workload needs
on "*", such as writing logs, the rule does not speak.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["dynamodb:PutItem", "dynamodb:DeleteItem"],
    "Resource": «"*"»
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["dynamodb:PutItem", "dynamodb:DeleteItem"],
    "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders"
  }
}
`,
	Run: wildcardResource,
}

func wildcardResource(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		resource, everywhere := everyResource(s)
		if !everywhere || !allows(s) {
			continue
		}
		r := restrictionOf(s)
		if r == scoped {
			continue
		}
		l := limitable(pass, s)
		if len(l.written) == 0 {
			continue
		}
		f := pass.Reportf(s, resource, "%s on %q can be limited to ARNs", listed(l.written), resource)
		f.As(Security, r.lower(l.severity)).Prove(access.Witness(pass.Catalog, pass.Policy, s, l.example))
	}
}

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
	var denied *access.Denied
	var expanded []*catalog.Action
	for _, v := range s.Action.Values {
		text, known := v.Literal()
		if isEveryAction(v) {
			return limitables{}
		}
		if !known || isLookup(text) || wholeService(pass.Catalog, v) != nil {
			continue
		}
		expanded = pass.Catalog.AppendExpand(expanded[:0], text)
		example := ""
		for _, a := range expanded {
			if !canBeLimited(a) {
				continue
			}
			if denied == nil {
				denied = access.NewDenies(pass.Policy).On(s)
			}
			if denied.Action(a.FullName()) {
				continue
			}
			if example == "" {
				example = a.FullName()
			}
			if !createsUnnamed(a) {
				l.severity = Medium
				break
			}
		}
		if example != "" {
			if l.written = append(l.written, text); l.example == "" {
				l.example = example
			}
		}
	}
	return l
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

const maxListed = 5

// listed joins texts for a message, no more than a few.
func listed(texts []string) string {
	n := len(texts)
	switch {
	case n == 1:
		return texts[0]
	case n > maxListed:
		return fmt.Sprintf("%s and %d more", strings.Join(texts[:maxListed], ", "), n-maxListed)
	}
	return strings.Join(texts[:n-1], ", ") + " and " + texts[n-1]
}
