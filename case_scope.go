package iamlint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// exampleAccount is the account of principals of a scope where none is known.
const exampleAccount = "111122223333"

// fillFromScope adds what a Terraform module says of the principal and of the
// resource.
func (s *sources) fillFromScope(r *Ruling, c Case) error {
	if c.Scope == "" {
		return nil
	}
	report, err := s.load(c.Scope)
	if err != nil {
		return err
	}
	id, scope, err := findIdentity(report, c.Principal)
	if err != nil {
		return err
	}
	if id != nil {
		r.Request.Principal = identityARN(id, accountOfCase(c))
		s.attach(&r.Policies, scope, id)
	}
	s.findResource(r, report, c)
	return nil
}

// findIdentity returns the user or role that the principal names by its address
// or ARN; nil if it names none of the scope.
func findIdentity(report *Report, principal string) (*policy.IdentityFacts, *policy.Scope, error) {
	var addresses []string
	for _, scope := range report.Scopes {
		for _, id := range scope.Identities {
			if id.Type != policy.User && id.Type != policy.Role {
				continue
			}
			if id.Address == principal || namesIdentity(principal, id) {
				return id, scope, nil
			}
			addresses = append(addresses, id.Address)
		}
	}
	if strings.HasPrefix(principal, "arn:") || !strings.HasPrefix(principal, "aws_iam_") {
		return nil, nil, nil
	}
	if near, ok := catalog.Nearest(principal, addresses); ok {
		return nil, nil, fmt.Errorf("the scope has no user or role %s; did you mean %s?", principal, near)
	}
	return nil, nil, fmt.Errorf("the scope has no user or role %s", principal)
}

// namesIdentity says whether an ARN names the user or role.
func namesIdentity(arn string, id *policy.IdentityFacts) bool {
	fields := strings.SplitN(arn, ":", 6)
	name, known := id.Name.Literal()
	if len(fields) < 6 || !known || name == "" {
		return false
	}
	kind, rest, _ := strings.Cut(fields[5], "/")
	switch kind {
	case "assumed-role":
		rest, _, _ = strings.Cut(rest, "/")
		kind = "role"
	}
	return kind == string(id.Type) && rest[strings.LastIndexByte(rest, '/')+1:] == name
}

// identityARN returns the ARN of a user or role. A name that is not known is
// that of its block.
func identityARN(id *policy.IdentityFacts, account string) string {
	name, known := id.Name.Literal()
	if !known || name == "" {
		name = id.Address[strings.LastIndexByte(id.Address, '.')+1:]
	}
	return "arn:aws:iam::" + account + ":" + string(id.Type) + "/" + name
}

// accountOfCase returns the account that principals of the scope are in.
func accountOfCase(c Case) string {
	fields := strings.SplitN(c.Resource, ":", 6)
	switch {
	case c.Config != nil && len(c.Config.Accounts) > 0:
		return c.Config.Accounts[0]
	case c.ResourceAccount != "":
		return c.ResourceAccount
	case len(fields) == 6 && len(fields[4]) == 12:
		return fields[4]
	}
	return exampleAccount
}

// attach adds the policies of the user or role and of its groups. Of one that
// is not in the scope nothing is known.
func (s *sources) attach(p *access.Policies, scope *policy.Scope, id *policy.IdentityFacts) {
	p.Identity = append(p.Identity, attachedDocuments(id)...)
	for _, other := range scope.Identities {
		if slices.Contains(id.Groups, other.Address) {
			p.Identity = append(p.Identity, attachedDocuments(other)...)
		}
	}
	if id.Boundary != nil {
		p.Boundary = append(p.Boundary, documentOf(*id.Boundary))
	}
}

func attachedDocuments(id *policy.IdentityFacts) []*policy.Document {
	var docs []*policy.Document
	for _, a := range id.Policies {
		docs = append(docs, documentOf(a))
	}
	if id.Undeclared {
		docs = append(docs, unknownDocument(id.Address))
	}
	return docs
}

func documentOf(a policy.Attached) *policy.Document {
	if a.Document != nil {
		return a.Document
	}
	return unknownDocument(a.ARN.String())
}

// unknownDocument returns a policy of which nothing is known.
func unknownDocument(name string) *policy.Document {
	return &policy.Document{Name: name, Unresolved: true, Rest: []policy.Hole{{Expr: name}}}
}

// findResource adds the policy of the resource: the trust policy of a role that
// is to be assumed, or the policy that is attached to the ARN.
func (s *sources) findResource(r *Ruling, report *Report, c Case) {
	if r.Policies.Resource != nil {
		return
	}
	for _, scope := range report.Scopes {
		for _, id := range scope.Identities {
			if id.Type == policy.Role && (id.Address == c.Resource || namesIdentity(c.Resource, id)) && id.Trust != nil {
				r.Policies.Resource = id.Trust
				if id.Address == c.Resource {
					r.Request.Resource = identityARN(id, accountOfCase(c))
				}
				return
			}
		}
		for _, d := range scope.Policies {
			if d.Kind == policy.Resource && d.Owner != nil && owns(*d.Owner, c.Resource) {
				r.Policies.Resource = d
				return
			}
		}
	}
}

// owns says whether an ARN may name the resource, or what it is in, as an object
// is in a bucket. Of the ARN's name something must be known.
func owns(arn policy.Value, resource string) bool {
	shape := arn.Shape()
	if strings.Trim(shape[strings.LastIndexByte(shape, ':')+1:], "*/") == "" {
		return false
	}
	for _, pattern := range []string{shape, shape + "/*"} {
		p := access.ResourcePattern(policy.NewValue(policy.Span{}, pattern), false)
		if p.MatchesResource(resource) == access.Yes {
			return true
		}
	}
	return false
}
