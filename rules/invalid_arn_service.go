package rules

import "strings"

// InvalidARNService reports ARNs of services that do not exist.
var InvalidARNService = &Rule{
	Name: "invalid-arn-service",
	Kind: Error,
	Doc: `no ARN has this name of a service

The third field of an ARN names a service, in small letters and mostly by the
prefix that its actions have, which is not always its usual name: states for Step
Functions, elasticloadbalancing, execute-api. An ARN with another name matches
nothing. Where no name is similar, the service may be newer than the AWS data, and
it is a warning.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:«dynamdb»:us-east-1:111122223333:table/orders"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders"}}`,
	Run:  invalidARNService,
}

func invalidARNService(pass *Pass) {
	for r := range pass.listedARNs() {
		name := r.arn.text(arnService)
		if strings.ContainsAny(name, "*?") || !r.arn.known(arnService) || isARNService(pass.Catalog, name) {
			continue
		}
		if name == "" {
			pass.Reportf(r.statement, *r.value, "%s names no service", r.value)
			continue
		}
		pass.reportARNService(r, name)
	}
}

func (p *Pass) reportARNService(r *listedResource, name string) {
	at := r.arn.field(arnService)
	if lower := strings.ToLower(name); lower != name && isARNService(p.Catalog, lower) {
		f := p.Reportf(r.statement, at, "%q in %s is not a service: write %s", name, r.value, lower)
		if text, known := r.with(arnService, lower); known {
			edits, ok := p.Replace(*r.value, text)
			f.Fix("write "+lower, edits, ok)
		}
		return
	}
	near := p.near.services(strings.ToLower(name))
	if len(near) == 0 {
		p.Reportf(r.statement, at, "%q in %s is not a service, or one newer than the AWS data of %s", name, r.value, p.Catalog.Date()).As(Warning, 0)
		return
	}
	p.Reportf(r.statement, at, "%q in %s is not a service; did you mean %s?", name, r.value, near[0])
}
