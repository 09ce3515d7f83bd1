package terraform

import (
	"github.com/iamlint/iamlint/policy"
)

// An attachment says how a resource type attaches a policy to identities.
type attachment struct {
	kind     policy.IdentityType
	argument string // that names the identity, or identities
	policy   string // that has the policy's ARN; empty if the resource holds the policy
}

var attachments = map[string][]attachment{
	"aws_iam_role_policy":                       {{policy.Role, "role", ""}},
	"aws_iam_user_policy":                       {{policy.User, "user", ""}},
	"aws_iam_group_policy":                      {{policy.Group, "group", ""}},
	"aws_ssoadmin_permission_set_inline_policy": {{policy.PermissionSetIdentity, "permission_set_arn", ""}},
	"aws_iam_role_policy_attachment":            {{policy.Role, "role", "policy_arn"}},
	"aws_iam_user_policy_attachment":            {{policy.User, "user", "policy_arn"}},
	"aws_iam_group_policy_attachment":           {{policy.Group, "group", "policy_arn"}},
	"aws_iam_policy_attachment": {
		{policy.Role, "roles", "policy_arn"}, {policy.User, "users", "policy_arn"}, {policy.Group, "groups", "policy_arn"},
	},
	"aws_iam_role_policy_attachments_exclusive":  {{policy.Role, "role_name", "policy_arns"}},
	"aws_iam_user_policy_attachments_exclusive":  {{policy.User, "user_name", "policy_arns"}},
	"aws_iam_group_policy_attachments_exclusive": {{policy.Group, "group_name", "policy_arns"}},
	"aws_ssoadmin_managed_policy_attachment":     {{policy.PermissionSetIdentity, "permission_set_arn", "managed_policy_arn"}},
}

// attach takes in what a resource attaches to identities.
func (d *directory) attach(b *block) {
	for _, how := range attachments[b.kind()] {
		if b.attribute(how.argument) == nil {
			continue
		}
		for _, el := range d.eachElement(b) {
			d.attachInstance(b, el, how)
		}
	}
}

// eachElement returns the instances of a block, or the one that stands for all.
func (d *directory) eachElement(b *block) []element {
	all := d.elements(b)
	if len(all) == 0 {
		all = []element{{}}
	}
	return all
}

func (d *directory) attachInstance(b *block, el element, how attachment) {
	optional := b.counted() && el.symbolic()
	var with []policy.Attached
	if how.policy == "" {
		for _, doc := range d.inline(b) {
			with = append(with, policy.Attached{Document: doc, Inline: true, Optional: optional, Address: d.qualified(b), Span: doc.Span})
		}
	} else if a := b.attribute(how.policy); a != nil {
		for _, arn := range d.listed(b, el, how.policy) {
			m := d.managed(arn, d.qualified(b), spanOf(b.file, a.Expr.Range()))
			m.Optional = optional
			with = append(with, *m)
			d.attached[d.policyOf(arn)] = true
		}
	}
	for _, who := range d.listed(b, el, how.argument) {
		if f := d.who(who, how.kind); f != nil {
			d.has(f, with)
		}
	}
}

// An attachedPolicy is a policy that one resource attaches to an identity.
type attachedPolicy struct {
	to       *policy.IdentityFacts
	document *policy.Document
	address  string
	arn      string
}

// has adds policies to an identity, each of one resource once.
func (d *directory) has(f *policy.IdentityFacts, with []policy.Attached) {
	for _, a := range with {
		key := attachedPolicy{f, a.Document, a.Address, a.ARN.String()}
		if !d.given[key] {
			d.given[key] = true
			f.Policies = append(f.Policies, a)
		}
	}
}

// inline returns the policies that a resource holds.
func (d *directory) inline(b *block) []*policy.Document {
	for _, name := range []string{"policy", "inline_policy"} {
		if docs := d.held[heldKey{b, name}]; len(docs) > 0 {
			return docs
		}
	}
	return nil
}

// listed returns an argument's value, or its items if it is a list.
func (d *directory) listed(b *block, el element, name string) []*value {
	switch v := d.in(b, el).argument(b, el, name, b.header()); v.kind {
	case list:
		return v.items
	case null:
		return nil
	default:
		return []*value{v}
	}
}

// who returns the identity that a name or ARN refers to: one that the module
// declares, by reference or by the same name, or else one that is made up here.
func (d *directory) who(v *value, kind policy.IdentityType) *policy.IdentityFacts {
	if b := v.origin(); b != nil {
		if f := d.declared[b]; f != nil && f.Type == kind {
			return f
		}
	}
	name, ok := v.asText()
	if !ok || name.Is("") {
		return nil
	}
	key := nameKey{kind, canonical(name)}
	f := d.byName[key]
	if f == nil || key.name == "" {
		f = &policy.IdentityFacts{Span: name.Span, Type: kind, Address: name.String(), Name: name, Undeclared: true}
		d.byName[key] = f
		d.facts = append(d.facts, f)
	}
	return f
}

// groups takes in which groups users are in.
func (d *directory) groups(b *block) {
	var users, groups string
	switch b.kind() {
	case "aws_iam_group_membership":
		users, groups = "users", "group"
	case "aws_iam_user_group_membership":
		users, groups = "user", "groups"
	default:
		return
	}
	if b.attribute(users) == nil || b.attribute(groups) == nil {
		return
	}
	for _, el := range d.eachElement(b) {
		for _, user := range d.listed(b, el, users) {
			for _, group := range d.listed(b, el, groups) {
				d.join(d.who(user, policy.User), d.who(group, policy.Group))
			}
		}
	}
}

func (d *directory) join(user, group *policy.IdentityFacts) {
	if user == nil || group == nil {
		return
	}
	m := membership{user, group.Address}
	if !d.member[m] {
		d.member[m] = true
		user.Groups = append(user.Groups, group.Address)
	}
}

// A membership is a user in a group.
type membership struct {
	user  *policy.IdentityFacts
	group string
}
