package rules

import (
	"strconv"
	"strings"
	"time"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// ExpiredCondition reports statements that dates have put out of force.
var ExpiredCondition = &Rule{
	Name: "expired-condition",
	Kind: Warning,
	Doc: `a date has put the statement out of force

An Allow whose time is over grants nothing any more, and a Deny whose time has not
come protects nothing yet. Remove the statement, or set another date. What day it
is can be said with --now.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"DateLessThan": {"aws:CurrentTime": [«"2024-01-01T00:00:00Z"»]}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"DateLessThan": {"aws:CurrentTime": ["2999-01-01T00:00:00Z"]}}}
  ]
}
`,
	Run: expiredCondition,
}

func expiredCondition(pass *Pass) {
	if pass.Config == nil || pass.Config.Now.IsZero() {
		return
	}
	now := pass.Config.Now
	for v := range pass.conditionValues() {
		if len(v.entry.Values) != 1 || v.entry.Open() || !v.is("aws:currenttime", "aws:epochtime") {
			continue
		}
		at, ok := momentOf(v)
		switch {
		case !ok:
		case v.statement.Effect == policy.Allow && strings.Contains(v.op.Name, "lessthan") && at.Before(now):
			pass.Reportf(v.statement, v.value, "this Allow expired on %s", at.Format(time.DateOnly)).Subject = v.value.Text()
		case v.statement.Effect == policy.Deny && strings.Contains(v.op.Name, "greaterthan") && at.After(now):
			pass.Reportf(v.statement, v.value, "this Deny has no effect before %s", at.Format(time.DateOnly)).Subject = v.value.Text()
		}
	}
}

// momentOf returns the time that a date or a number of seconds stands for.
func momentOf(v conditionValue) (time.Time, bool) {
	if v.op.Family != access.DateOperator && v.op.Family != access.NumericOperator {
		return time.Time{}, false
	}
	text := v.value.Text()
	if seconds, err := strconv.ParseInt(text, 10, 64); err == nil && len(text) > len("2006") {
		return time.Unix(seconds, 0).UTC(), true
	}
	if v.op.Family == access.NumericOperator {
		return time.Time{}, false
	}
	return readDate(text)
}
