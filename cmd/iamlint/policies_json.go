package main

import (
	"github.com/iamlint/iamlint/policy"
)

type jsonPolicies struct {
	Version    int             `json:"version"`
	Policies   []jsonPolicy    `json:"policies"`
	Principals []jsonPrincipal `json:"principals"`
}

type jsonPolicy struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	jsonRange
	Instances  []string  `json:"instances,omitempty"`
	Document   any       `json:"document,omitempty"`
	Unknowns   []unknown `json:"unknowns,omitempty"`
	UsedAt     []jsonUse `json:"used_at,omitempty"`
	AttachedTo []string  `json:"attached_to,omitempty"`
}

type jsonUse struct {
	Address   string        `json:"address"`
	Attribute string        `json:"attribute"`
	File      string        `json:"file,omitempty"`
	Start     *jsonPosition `json:"start,omitempty"`
}

type jsonPrincipal struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Trust    string   `json:"trust,omitempty"`
	Boundary string   `json:"boundary,omitempty"`
	Policies []string `json:"policies"`
	Groups   []string `json:"groups"`
}

func (c *command) printPoliciesJSON(v *view, list []*listed) error {
	answer := jsonPolicies{Version: jsonVersion, Policies: make([]jsonPolicy, len(list)), Principals: []jsonPrincipal{}}
	for i, l := range list {
		answer.Policies[i] = v.jsonPolicy(l)
	}
	for _, s := range v.Scopes {
		for _, id := range s.Identities {
			answer.Principals = append(answer.Principals, v.jsonPrincipal(id))
		}
	}
	return encodeJSON(c.out, answer)
}

func (v *view) jsonPolicy(l *listed) jsonPolicy {
	j := jsonPolicy{
		Name: v.policyName(l.Document), Kind: l.Kind.String(), jsonRange: v.rangeOf(l.Pos(), l.End()),
		Instances: l.Instances, Unknowns: unknowns(l.Document), AttachedTo: l.attached,
	}
	if !l.Unresolved {
		j.Document = canonical(l.Document)
	}
	for _, u := range l.uses {
		at := v.rangeOf(u.Pos(), u.End())
		j.UsedAt = append(j.UsedAt, jsonUse{u.Address, u.Attribute, at.File, at.Start})
	}
	return j
}

func (v *view) jsonPrincipal(id *policy.IdentityFacts) jsonPrincipal {
	j := jsonPrincipal{Name: id.Address, Type: string(id.Type), Policies: []string{}, Groups: orEmpty(id.Groups)}
	if id.Trust != nil {
		j.Trust = v.policyName(id.Trust)
	}
	if id.Boundary != nil {
		j.Boundary = v.attachedName(*id.Boundary)
	}
	for _, a := range id.Policies {
		j.Policies = append(j.Policies, v.attachedName(a))
	}
	return j
}

// attachedName returns the name of a policy that is attached, or else its ARN.
func (v *view) attachedName(a policy.Attached) string {
	if a.Document != nil {
		return v.policyName(a.Document)
	}
	return a.ARN.String()
}
