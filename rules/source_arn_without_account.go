package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// SourceARNWithoutAccount reports sources that are named without an account.
var SourceARNWithoutAccount = &Rule{
	Name: "source-arn-without-account",
	Kind: Security, Severity: Low,
	Policies: policy.Resource | policy.Trust,
	Doc: `the source is named without its account

The ARN of a bucket has no account in it. Once the bucket is deleted, someone
else may make one of the same name and have the service act for it. Add a
condition on aws:SourceAccount.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": "s3.amazonaws.com"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {"ArnEquals": {"aws:SourceArn": «"arn:aws:s3:::example"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": "s3.amazonaws.com"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {
      "ArnEquals": {"aws:SourceArn": "arn:aws:s3:::example"},
      "StringEquals": {"aws:SourceAccount": "111122223333"}
    }
  }
}
`,
	Run: sourceARNWithoutAccount,
}

func sourceARNWithoutAccount(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Allow || conditionsMayHold(s) || len(s.Principal.All("Service")) == 0 ||
			demandsAny(s, "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths") || weakSource(pass.Policy, s) != nil {
			continue
		}
		for _, e := range s.Condition.Entries {
			if !demandsKey(e, "aws:sourcearn") {
				continue
			}
			for _, v := range e.Values {
				if arn, ok := arnFieldsOf(&v); ok && v.Known() && arn.text(arnAccount) == "" && !strings.Contains(v.Text(), "${") {
					pass.Reportf(s, v, "%q names no account; add aws:SourceAccount", v.Text()).Subject = v.Text()
				}
			}
		}
	}
}
