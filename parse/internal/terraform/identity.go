package terraform

import (
	"cmp"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// identityTypes are the resource types that policies are attached to.
var identityTypes = map[string]policy.IdentityType{
	"aws_iam_user": policy.User, "aws_iam_group": policy.Group, "aws_iam_role": policy.Role,
	"aws_ssoadmin_permission_set": policy.PermissionSetIdentity,
}

// A directory is the identities of a module while they are put together.
type directory struct {
	*registry
	facts    []*policy.IdentityFacts
	declared map[*block]*policy.IdentityFacts
	byName   map[nameKey]*policy.IdentityFacts
	member   map[membership]bool
	given    map[attachedPolicy]bool
	byARN    map[string]*block // managed policies, by the resource field of their ARN
}

type nameKey struct {
	kind policy.IdentityType
	name string // canonical
}

// identities fills in who the policies of the module are attached to.
func (r *registry) identities(out *policy.Scope) {
	d := directory{registry: r, declared: map[*block]*policy.IdentityFacts{}, byName: map[nameKey]*policy.IdentityFacts{}, member: map[membership]bool{}, given: map[attachedPolicy]bool{}, byARN: map[string]*block{}}
	for _, b := range r.resources {
		if t, ok := identityTypes[b.kind()]; ok {
			d.declare(b, t)
		}
		if b.kind() == "aws_iam_policy" {
			d.declareARN(b)
		}
	}
	for _, b := range r.resources {
		if identityTypes[b.kind()] != "" {
			d.own(b)
		}
		d.attach(b)
		d.groups(b)
		out.Arguments = append(out.Arguments, d.arguments(b)...)
		if b.kind() == "aws_iam_access_key" && b.attribute("user") != nil {
			user := d.text(b, element{}, "user")
			out.AccessKeys = append(out.AccessKeys, policy.AccessKey{Span: b.header(), Address: d.qualified(b), User: user})
		}
	}
	slices.SortStableFunc(d.facts, func(a, b *policy.IdentityFacts) int {
		return cmp.Or(strings.Compare(a.Address, b.Address), strings.Compare(string(a.Type), string(b.Type)))
	})
	out.Identities = d.facts
}

func (d *directory) declare(b *block, t policy.IdentityType) {
	f := &policy.IdentityFacts{Span: b.header(), Type: t, Address: d.qualified(b), Name: d.nameOf(b, element{})}
	f.Several = b.counted() && len(d.elements(b)) != 1
	d.declared[b] = f
	d.facts = append(d.facts, f)
	if key := (nameKey{t, canonical(f.Name)}); key.name != "" && d.byName[key] == nil {
		d.byName[key] = f
	}
}

func (d *directory) declareARN(b *block) {
	own := d.in(b, element{}).attribute(b, element{}, "arn", b.header())
	a, ok := policy.ParseARN(own.text)
	if key := canonical(a.Resource); ok && key != "" && d.byARN[key] == nil {
		d.byARN[key] = b
	}
}

func (d *directory) nameOf(b *block, el element) policy.Value {
	s := d.in(b, el)
	t, _ := s.attribute(b, el, "name", b.header()).asText()
	return t
}

// text returns an argument as text; the zero value if it is not set.
func (d *directory) text(b *block, el element, name string) policy.Value {
	s := d.in(b, el)
	t, _ := s.argumentText(b, el, name, b.header())
	return t
}

// own fills in what a user, group or role says itself.
func (d *directory) own(b *block) {
	f := d.declared[b]
	if docs := d.held[heldKey{b, "assume_role_policy"}]; len(docs) > 0 {
		f.Trust = docs[0]
	}
	for _, doc := range d.held[heldKey{b, "inline_policy.policy"}] {
		f.Policies = append(f.Policies, policy.Attached{Document: doc, Inline: true, Optional: b.hasDynamic("inline_policy"), Address: f.Address, Span: doc.Span})
	}
	if a := b.attribute("permissions_boundary"); a != nil {
		v := d.in(b, element{}).eval(a.Expr)
		if !v.nothing() {
			f.Boundary = d.managed(v, f.Address, spanOf(b.file, a.Expr.Range()))
			d.bound(v)
		}
	}
	if a := b.attribute("managed_policy_arns"); a != nil {
		for _, v := range d.in(b, element{}).eval(a.Expr).items {
			f.Policies = append(f.Policies, *d.managed(v, f.Address, spanOf(b.file, a.Expr.Range())))
			d.attached[d.policyOf(v)] = true
		}
	}
}

// managed returns the policy with an ARN as it is attached.
func (d *directory) managed(arn *value, address string, at policy.Span) *policy.Attached {
	a := &policy.Attached{Address: address, Span: at}
	a.ARN, _ = arn.asText()
	if b := d.policyOf(arn); b != nil {
		if docs := d.held[heldKey{b, "policy"}]; len(docs) > 0 {
			a.Document = docs[0]
		}

	}
	return a
}

// policyOf returns the aws_iam_policy that an ARN is of, if the module declares
// it: by reference, or by the same ARN as text.
func (d *directory) policyOf(arn *value) *block {
	if b := arn.origin(); b != nil {
		if b.kind() == "aws_iam_policy" && !b.isData() {
			return b
		}
		return nil
	}
	t, ok := arn.asText()
	if !ok || t.Unknown() {
		return nil
	}
	a, ok := policy.ParseARN(t)
	if !ok || a.Account.Is("aws") {
		return nil
	}
	return d.byARN[canonical(a.Resource)]
}

// bound notes that an aws_iam_policy is used as a permissions boundary.
func (d *directory) bound(arn *value) {
	if b := d.policyOf(arn); b != nil {
		d.boundaries[b] = true
	}
}
