package rules

import "github.com/iamlint/iamlint/policy"

// PolicyTooLarge reports policies that exceed the quota of their kind.
var PolicyTooLarge = &Rule{
	Name: "policy-too-large",
	Kind: Error,
	Doc: `the policy is larger than AWS takes

Each kind of policy has a largest size, in characters; of IAM policies white space
does not count. AWS refuses a larger one. Merge statements, use patterns, or make
two policies of it. What is not known counts nothing, so the policy may be larger
still. A quota that AWS has raised for you stands under quotas in the
configuration.`,
	Settings: `quotas: {trust: 120}`,
	Bad: `«{»"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": ["111122223333", "222233334444"]}, "Action": "sts:AssumeRole"}}
`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}}
`,
	Run: policyTooLarge,
}

func policyTooLarge(pass *Pass) {
	d := pass.Policy
	q, ok := pass.quotaOf(d)
	if !ok || d.IsInstance() {
		return
	}
	size := sizeOf(d)
	if size <= q.limit {
		return
	}
	what := "characters"
	if !q.white {
		what = "non-space characters"
	}
	f := pass.Reportf(nil, d.Head, "%d of %d %s", size, q.limit, what)
	f.Subject = "size"
	// A lone identity policy may be an inline one, which may be larger.
	if d.Kind == policy.Identity && d.Guessed && size <= largestInline {
		f.As(Suggestion, 0)
	}
}
