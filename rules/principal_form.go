package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A principalForm is what a value under AWS, in a Principal element, is by its
// form.
type principalForm uint8

const (
	unknownPrincipal   principalForm = iota // it depends on what cannot be known
	noPrincipal                             // it is none
	everyonePrincipal                       // "*"
	accountPrincipal                        // 12 digits or the root's ARN
	identityPrincipal                       // the ARN of a user, a role or a session
	uniqueIDPrincipal                       // what is left of a deleted user or role
	groupPrincipal                          // the ARN of something that is no principal
	hostPrincipal                           // a service
	wildcardPrincipal                       // a pattern
	unwrittenPrincipal                      // an empty string
)

// formOfPrincipal returns the form of a value under AWS.
//
// Source: AWS IAM User Guide, "AWS JSON policy elements: Principal".
func formOfPrincipal(v policy.Value) principalForm {
	text := v.Text()
	switch {
	case v.Is("*"):
		return everyonePrincipal
	case strings.ContainsAny(text, "*?") && len(policy.Variables(text)) == 0:
		return wildcardPrincipal
	case strings.HasPrefix(text, "arn:"):
		return formOfPrincipalARN(v)
	case !v.Known():
		return unknownPrincipal
	case text == "":
		return unwrittenPrincipal
	case isAccount(v):
		return accountPrincipal
	case uniqueIDKind(text) != "":
		return uniqueIDPrincipal
	case isServiceHost(text):
		return hostPrincipal
	}
	return noPrincipal
}

func formOfPrincipalARN(v policy.Value) principalForm {
	a, ok := arnFieldsOf(&v)
	if !ok {
		if v.Known() {
			return noPrincipal
		}
		return unknownPrincipal
	}
	if !principalFieldsFit(&a) {
		return noPrincipal
	}
	kind, name, ok := strings.Cut(a.text(arnResource), "/")
	switch {
	case !ok && !a.known(arnResource):
		return unknownPrincipal
	case !ok && kind == "root":
		return accountPrincipal
	case !ok || name == "" && a.known(arnResource):
		return noPrincipal
	}
	switch kind {
	case "user", "role", "assumed-role", "federated-user":
		return identityPrincipal
	case "group", "instance-profile", "policy", "server-certificate", "mfa":
		return groupPrincipal
	}
	if a.value.Slice(a.start[arnResource], a.start[arnResource]+len(kind)).Known() {
		return noPrincipal
	}
	return unknownPrincipal
}

// principalFieldsFit says whether the fields of an ARN in front of the resource
// are, or may be, those of a principal's.
func principalFieldsFit(a *arnFields) bool {
	service, account := a.text(arnService), a.text(arnAccount)
	switch {
	case a.known(arnPartition) && catalog.PartitionByName(a.text(arnPartition)) == nil:
	case a.known(arnService) && service != "iam" && service != "sts":
	case a.text(arnRegion) != "":
	case a.known(arnAccount) && account != "cloudfront" && account != "aws" && !isAccount(a.field(arnAccount)):
	default:
		return true
	}
	return false
}

// uniqueIDKind says whether a text is the unique id of a user or a role, as
// stands in a policy once that is deleted; empty is neither.
//
// Source: AWS IAM User Guide, "IAM identifiers", "Understanding unique ID
// prefixes".
func uniqueIDKind(text string) string {
	const least = 16
	if len(text) < least || strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
		return ""
	}
	switch text[:4] {
	case "AIDA":
		return "user"
	case "AROA":
		return "role"
	}
	return ""
}

// A listedPrincipal is one value of a Principal or NotPrincipal element.
type listedPrincipal struct {
	statement *policy.Statement
	set       *policy.PrincipalSet
	value     policy.Value
}

// principals goes through the principals of one type that the policy names.
func (p *Pass) principals(kind string) iter.Seq[listedPrincipal] {
	return func(yield func(listedPrincipal) bool) {
		for l := range p.typedPrincipals() {
			if l.set.Type.Is(kind) && !yield(l) {
				return
			}
		}
	}
}

// typedPrincipals goes through all principals of the policy that have a type.
func (p *Pass) typedPrincipals() iter.Seq[listedPrincipal] {
	return func(yield func(listedPrincipal) bool) {
		for _, s := range p.Policy.Statements {
			for _, element := range []*policy.Principals{&s.Principal, &s.NotPrincipal} {
				for i := range element.Sets {
					set := &element.Sets[i]
					for _, v := range set.Values {
						if !yield(listedPrincipal{s, set, v}) {
							return
						}
					}
				}
			}
		}
	}
}
