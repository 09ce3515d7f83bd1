package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// UnknownService reports actions of services that do not exist.
var UnknownService = &Rule{
	Name: "unknown-service",
	Kind: Error,
	Doc: `there is no AWS service with this prefix

What stands before the colon of an action is the prefix of a service, as in AWS's
Service Authorization Reference; it is not always the service's usual name. With
another prefix the action matches nothing: an Allow grants nothing, a Deny
protects nothing. Where no prefix is similar, the service may be newer than the
AWS data, and it is a warning; so it is where AWS has retired the service.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": «"dynamdb:GetItem"», "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "*"}}`,
	Run:  unknownService,
}

func unknownService(pass *Pass) {
	for s, v := range pass.oddActions() {
		prefix, name, ok := splitAction(v)
		if ok && pass.Catalog.Service(prefix) == nil && !pass.Catalog.Undocumented(prefix) {
			pass.reportService(s, v, prefix, name)
		}
	}
}

func (p *Pass) reportService(s *policy.Statement, v policy.Value, prefix, name string) {
	if r, ok := p.Catalog.Retired(prefix); ok {
		p.Reportf(s, v, "service %q was retired (%s): %s", prefix, r.Since, r.Why).As(Warning, 0).Subject = prefix
		return
	}
	near, found := p.nearestServices(prefix, name)
	if len(near) == 0 {
		f := p.Reportf(s, v, "service %q does not exist, or is newer than the AWS data of %s", prefix, p.Catalog.Date())
		f.As(Warning, 0).Subject = prefix
		return
	}
	f := p.Reportf(s, v, "service %q does not exist; did you mean %q?", prefix, near[0])
	f.Subject = prefix
	if found && len(near) == 1 {
		_, written, _ := strings.Cut(v.Text(), ":")
		edits, ok := p.Replace(v, near[0]+":"+written)
		f.Fix("write "+near[0], edits, ok)
	}
}

// nearestServices returns the prefixes that were probably meant: the one of the
// service that goes by the name, or of those that are nearest the ones that have
// the action, if any has.
func (p *Pass) nearestServices(prefix, name string) (near []string, found bool) {
	near = p.near.services(prefix)
	if known, ok := serviceOfName(prefix); ok {
		near = []string{known}
	}
	var having []string
	for _, n := range near {
		if p.Catalog.Service(n).MatchAny(name) {
			having = append(having, n)
		}
	}
	if having != nil {
		return having, true
	}
	return near, false
}
