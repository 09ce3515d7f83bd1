package rules

import "github.com/iamlint/iamlint/policy"

// certainlyManaged returns how many different managed policies an identity has.
// Two of which not all is known may be the same.
func certainlyManaged(id *policy.IdentityFacts) int {
	seen := map[any]bool{}
	unknown := false
	for _, a := range id.Policies {
		switch {
		case a.Inline || a.Optional:
		case a.Document != nil:
			seen[originalOf(a.Document)] = true
		case a.ARN.Known():
			seen[a.ARN.Text()] = true
		default:
			unknown = true
		}
	}
	if len(seen) == 0 && unknown {
		return 1
	}
	return len(seen)
}

// originalOf returns the document whose text it is.
func originalOf(d *policy.Document) *policy.Document {
	if d.Twin != nil {
		return d.Twin
	}
	return d
}
