package access

import "github.com/iamlint/iamlint/policy"

// somePrincipal returns somebody whom the statement is about: "" if it has no
// principals, being about whoever has the policy.
func somePrincipal(s *policy.Statement) (string, bool) {
	switch {
	case s.NotPrincipal.Present():
		return "", false
	case !s.Principal.Present():
		return "", true
	}
	if _, ok := s.Principal.Anyone(); ok {
		return "*", true
	}
	for _, set := range s.Principal.Sets {
		for _, v := range set.Values {
			if text, known := v.Literal(); known && text != "" {
				if account, ok := wholeAccount(text); ok {
					text = accountRoot(account)
				}
				return text, true
			}
		}
	}
	return "", false
}
