package rules

import (
	"strconv"
	"strings"
	"time"

	"github.com/iamlint/iamlint/access"
)

// EpochDate reports dates that are written as seconds.
var EpochDate = &Rule{
	Name: "epoch-date",
	Kind: Warning,
	Doc: `a date is written as seconds since 1970

Date operators also take seconds since 1970, but nobody can read them, and a
number of milliseconds is a date far away. Write the date: 2030-01-31T00:00:00Z.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"DateLessThan": {"aws:CurrentTime": «"1893456000"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"DateLessThan": {"aws:CurrentTime": "2030-01-01T00:00:00Z"}}}
  ]
}
`,
	Run: epochDate,
}

func epochDate(pass *Pass) {
	for v := range pass.conditionValues() {
		text := v.value.Text()
		if v.op.Family != access.DateOperator || len(text) <= len("2006") || strings.Trim(text, "0123456789") != "" {
			continue
		}
		seconds, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			continue
		}
		f := pass.Reportf(v.statement, v.value, "%s is a number of seconds; write an ISO 8601 date", text)
		f.Subject = text
		if date := time.Unix(seconds, 0).UTC(); date.Year() < 10000 {
			edits, ok := pass.Replace(v.value, date.Format(time.RFC3339))
			f.Fix("write the date", edits, ok)
		}
	}
}
