package rules

import "github.com/iamlint/iamlint/policy"

// ExpiredCondition reports statements whose time is over.
var ExpiredCondition = &Rule{
	Name: "expired-condition",
	Kind: Warning,
	Doc: `the time of the statement is over

A date in the past as the end of a statement means that an Allow grants nothing
any more, and a Deny protects nothing. Remove the statement, or renew the date.
Of a Deny that begins in the future a suggestion says when that is. The date
that counts is today, or that of --now.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"DateLessThan": {"aws:CurrentTime": «"2024-01-01T00:00:00Z"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"DateLessThan": {"aws:CurrentTime": "2099-01-01T00:00:00Z"}}
  }
}
`,
	Run: expiredCondition,
}

func expiredCondition(pass *Pass) {
	now := pass.Config.Now
	for e := range pass.comparisons() {
		if e.name != "aws:currenttime" && e.name != "aws:epochtime" || e.statement.Effect == policy.NoEffect || e.op.HasSet() {
			continue
		}
		switch e.dateRelation() {
		case "equals", "lessthan", "lessthanequals":
			if at, t, ok := extremeDate(e.List, 1); ok && !t.After(now) {
				pass.Reportf(e.statement, *at, "this %s expired on %s", e.statement.Effect, inShort(t))
			}
		case "greaterthan", "greaterthanequals":
			at, t, ok := extremeDate(e.List, -1)
			if ok && t.After(now) && e.statement.Effect == policy.Deny {
				pass.Reportf(e.statement, *at, "this Deny has no effect before %s", inShort(t)).As(Suggestion, 0)
			}
		}
	}
}
