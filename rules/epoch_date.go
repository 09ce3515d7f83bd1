package rules

import (
	"time"

	"github.com/iamlint/iamlint/access"
)

// EpochDate reports dates that are written as seconds since 1970.
var EpochDate = &Rule{
	Name: "epoch-date",
	Kind: Warning,
	Doc: `a date is written as a number

Date operators take a number for seconds since 1970. Nobody can read it, and one
in milliseconds is a date in the far future. Write the date as ISO 8601 has it,
such as 2027-06-30T00:00:00Z. The key aws:EpochTime is such a number itself: it is
compared with seconds, but not with milliseconds.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"DateLessThan": {"aws:CurrentTime": «"1830297600"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"DateLessThan": {"aws:CurrentTime": "2028-01-01T00:00:00Z"}}
  }
}
`,
	Run: epochDate,
}

func epochDate(pass *Pass) {
	for e := range pass.comparisons() {
		if e.op.Family != access.DateOperator || e.fit() != fits {
			continue
		}
		for j := range e.Values {
			v := &e.Values[j]
			text, known := v.Literal()
			seconds, number := access.EpochSeconds(text)
			if !known || !number || e.name == "aws:epochtime" && seconds < farSeconds {
				continue
			}
			f := pass.Reportf(e.statement, *v, "%s is an epoch number; write an ISO date%s", text, epochInWords(seconds))
			f.Subject = text
			if seconds < farSeconds {
				date := time.Unix(seconds, 0).UTC().Format(time.RFC3339)
				edits, ok := pass.Replace(*v, date)
				f.Fix("write "+date, edits, ok)
			}
		}
	}
}

// farSeconds is the year 4147: nobody means a later one.
const farSeconds = 1 << 36

// epochInWords says which date the number stands for, or was meant to.
func epochInWords(seconds int64) string {
	const milli = 1000
	if seconds < farSeconds {
		return ": " + inShort(time.Unix(seconds, 0))
	}
	if seconds/milli < farSeconds {
		return ": in milliseconds it would be " + inShort(time.Unix(seconds/milli, 0))
	}
	return ""
}
