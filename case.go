package iamlint

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// A Case is a request, and where the policies are that have a say in it. A
// policy is named by the path of a file, by a directory and an address in it
// ("modules/app#aws_iam_policy.app"), or is JSON itself, starting with a brace.
type Case struct {
	Dir string // that paths are relative to; empty is the working directory

	// Principal is an ARN, a service, an identity provider, or "*"; with Scope
	// also the address of a user or role.
	Principal string
	Action    string
	Resource  string // an ARN, or "*"
	// ResourceAccount is the account of the resource where its ARN does not tell;
	// empty is the principal's.
	ResourceAccount string
	Context         map[string][]string

	Identity, Boundary, Session, Endpoint []string
	// SCPs and RCPs are by level, from the root of the organization.
	SCPs, RCPs     [][]string
	ResourcePolicy string // empty is none

	// Scope is a Terraform module that principals and policies are taken from:
	// what is attached to the principal, its boundary and groups, and the policy
	// of the resource.
	Scope string

	Config *Config
	Vars   map[string]string // of Terraform's root variables
}

// A Ruling is the decision on a case.
type Ruling struct {
	access.Decision
	Request  access.Request
	Policies access.Policies
	// Nearest are the Allow statements that come nearest to the request, in the
	// layer that lacks one.
	Nearest []access.Miss

	sources *sources
}

// Judge decides on a case. The error is about what was asked: a file that
// cannot be read, an address that there is not.
func Judge(c Case) (*Ruling, error) {
	s := newSources(c)
	r := &Ruling{sources: s, Request: access.Request{Principal: c.Principal, Action: c.Action, Resource: c.Resource}}
	if err := s.fill(&r.Policies, c); err != nil {
		return nil, err
	}
	if err := s.fillFromScope(r, c); err != nil {
		return nil, err
	}
	r.Request.Context = contextOf(c)
	r.Policies.NoResource = c.Scope == ""
	r.Decision = access.Evaluate(&r.Policies, &r.Request)
	if r.Verdict == access.ImplicitDeny {
		r.Nearest = r.Policies.Nearest(&r.Request, r.Lacks, r.Level)
	}
	return r, nil
}

// contextOf returns the condition keys of the request.
func contextOf(c Case) map[string][]string {
	context := make(map[string][]string, len(c.Context)+1)
	for key, values := range c.Context {
		context[key] = values
	}
	if c.ResourceAccount != "" {
		context["aws:ResourceAccount"] = []string{c.ResourceAccount}
	}
	return context
}

// Where returns the report that the policy was read in, which knows its
// positions.
func (r *Ruling) Where(d *policy.Document) *Report { return r.sources.reports[d] }
