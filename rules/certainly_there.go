package rules

import "github.com/iamlint/iamlint/policy"

// certainlyThere says whether the statement has the element whatever is not
// known of its values: aws_iam_policy_document leaves out one without any.
func certainlyThere(l *policy.List) bool { return l.Present() && (len(l.Values) > 0 || !l.Open()) }

// certainlyHas says the same of principals.
func certainlyHas(p *policy.Principals) bool {
	return p.Present() && (p.Star != nil || len(p.Sets) > 0 || len(p.Rest) == 0)
}
