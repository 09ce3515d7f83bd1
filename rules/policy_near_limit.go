package rules

// PolicyNearLimit reports policies that have nearly reached their quota.
var PolicyNearLimit = &Rule{
	Name: "policy-near-limit",
	Kind: Suggestion,
	Off:  true,
	Doc: `the policy has nearly reached the size that AWS takes

Nine tenths of the quota are used up: the next action or resource may be one too
many. Merge statements, or make two policies of it.`,
	Settings: `quotas: {trust: 120}`,
	Bad: `«{»"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}}
`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole"}}
`,
	Run: policyNearLimit,
}

func policyNearLimit(pass *Pass) {
	q, ok := pass.quotaOf(pass.Policy)
	if !ok || pass.Policy.IsInstance() {
		return
	}
	if size := sizeOf(pass.Policy); size <= q.limit && 10*size >= 9*q.limit {
		pass.Reportf(nil, pass.Policy.Head, "%d of %d characters", size, q.limit).Subject = "size"
	}
}
