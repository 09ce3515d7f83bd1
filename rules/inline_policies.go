package rules

import "github.com/iamlint/iamlint/policy"

// inlinePolicies returns the inline policies that an identity certainly has at
// the same time. What one attribute holds depends on the instance, or on
// something that is not known: of that it is the smallest.
func inlinePolicies(id *policy.IdentityFacts) []policy.Attached {
	var all []policy.Attached
	at := map[policy.Span]int{} // in all, by the attribute
	for _, a := range id.Policies {
		if !a.Inline || a.Optional || a.Document == nil || a.Document.Unresolved {
			continue
		}
		use := attributeOf(a)
		i, ok := at[use]
		switch {
		case !ok:
			at[use] = len(all)
			all = append(all, a)
		case smaller(a.Document, all[i].Document):
			all[i] = a
		}
	}
	return all
}

// attributeOf returns the attribute that holds an inline policy.
func attributeOf(a policy.Attached) policy.Span {
	for _, u := range a.Document.Uses {
		if u.Address == a.Address {
			return u.Span
		}
	}
	return a.Span
}

func smaller(a, b *policy.Document) bool {
	y, z := sizeOf(a), sizeOf(b)
	return y.counted[visibleCharacters] < z.counted[visibleCharacters]
}
