package access

import "github.com/iamlint/iamlint/policy"

// coversPrincipals says whether a Deny statement certainly is about everyone
// that an Allow statement is about.
func coversPrincipals(deny, allow *policy.Statement) bool {
	switch {
	case deny.NotPrincipal.Present():
		return false
	case !deny.Principal.Present():
		return !allow.Principal.Present() && !allow.NotPrincipal.Present()
	case deny.Principal.Star != nil && deny.Principal.Star.Is("*"):
		return true
	case !allow.Principal.Present() || allow.Principal.Open():
		return false
	}
	_, anyone := deny.Principal.Anyone()
	if star := allow.Principal.Star; star != nil && !anyone {
		return false
	}
	for _, set := range allow.Principal.Sets {
		for _, v := range set.Values {
			if !(anyone && set.Type.Is("AWS")) && !names(deny.Principal, set.Type, v) {
				return false
			}
		}
	}
	return true
}

// names says whether the principals have the value under the type.
func names(p policy.Principals, kind, v policy.Value) bool {
	for _, set := range p.Sets {
		if !set.Type.Same(kind) {
			continue
		}
		for _, w := range set.Values {
			if w.Same(v) || kind.Is("AWS") && isPart(v, w) {
				return true
			}
		}
	}
	return false
}

// isPart says whether one principal certainly is part of another: of an account,
// or a session of a role.
func isPart(v, whole policy.Value) bool {
	who, ok := v.Literal()
	text, known := whole.Literal()
	if !ok || !known {
		return false
	}
	if account, ok := wholeAccount(who); ok {
		who = accountRoot(account)
	}
	return isWithin(who, text)
}
