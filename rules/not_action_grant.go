package rules

import (
	"fmt"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A grant is what a statement with NotAction allows.
type grant struct {
	actions, services int
	examples          []string
}

// String describes it for a message.
func (g grant) String() string {
	text := fmt.Sprintf("Allow with NotAction grants %d actions", g.actions)
	if g.services > 1 {
		text += fmt.Sprintf(" of %d services", g.services)
	}
	switch len(g.examples) {
	case 0:
		return text
	case g.actions:
		return text + ": " + listed(g.examples)
	}
	return text + ", among them " + listed(g.examples)
}

// grantExamples are actions worth naming, the first of each service.
var grantExamples = []string{
	"iam:CreateAccessKey", "sts:AssumeRole", "organizations:LeaveOrganization", "kms:PutKeyPolicy",
	"s3:PutBucketPolicy", "s3:DeleteObject", "lambda:UpdateFunctionCode", "ec2:TerminateInstances",
	"sqs:AddPermission", "sns:AddPermission", "dynamodb:DeleteTable", "secretsmanager:GetSecretValue",
}

const maxGrantExamples = 3

// granted returns what the statement allows of the actions that may act on its
// resources, less what the document denies of it.
func granted(pass *Pass, s *policy.Statement) grant {
	g := granting{
		targets: targetsOf(pass.Policy, s),
		listed:  map[*catalog.Action]bool{}, listedOf: map[*catalog.Service]int{},
		denied: pass.Analysis().On(s),
	}
	for _, v := range s.NotAction.Values {
		for _, a := range pass.Catalog.Expand(v.Text()) {
			if !g.listed[a] {
				g.listed[a] = true
				g.listedOf[a.Service()]++
			}
		}
	}
	services := g.targets.services(pass.Catalog)
	if g.targets.open {
		services = everyService(pass.Catalog)
	}
	var total grant
	for _, service := range services {
		if n := g.of(service); n > 0 {
			total.actions += n
			total.services++
		}
	}
	for _, name := range grantExamples {
		a := pass.Catalog.Action(name)
		if len(total.examples) < maxGrantExamples && a != nil && g.has(a) {
			total.examples = append(total.examples, name)
		}
	}
	if len(total.examples) == 0 {
		total.examples = g.first(services)
	}
	return total
}

// granting works out what a statement with NotAction allows.
type granting struct {
	targets  *targets
	listed   map[*catalog.Action]bool // in NotAction
	listedOf map[*catalog.Service]int
	denied   *access.Denied
}

func (g *granting) has(a *catalog.Action) bool {
	return !g.listed[a] && g.targets.take(a) && !g.denied.Action(a.FullName())
}

// first returns the first actions that it allows.
func (g *granting) first(services []*catalog.Service) []string {
	var names []string
	for _, service := range services {
		for i := range service.Actions() {
			if a := &service.Actions()[i]; g.has(a) {
				if names = append(names, a.FullName()); len(names) == maxGrantExamples {
					return names
				}
			}
		}
	}
	return names
}

// of returns how many actions of the service it allows. Where nothing depends
// on the single actions they are not looked at.
func (g *granting) of(service *catalog.Service) int {
	if all := service.Prefix() + ":*"; g.targets.open {
		switch {
		case g.listedOf[service] == service.Count() || g.denied.Action(all):
			return 0
		case !g.denied.Touches(all):
			return service.Count() - g.listedOf[service]
		}
	}
	n := 0
	for i := range service.Actions() {
		if g.has(&service.Actions()[i]) {
			n++
		}
	}
	return n
}
