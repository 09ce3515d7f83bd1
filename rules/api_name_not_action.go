package rules

import "strings"

// APINameNotAction reports API operations that another action allows.
var APINameNotAction = &Rule{
	Name: "api-name-not-action",
	Kind: Error,
	Doc: `this is the name of an API operation, not of an action

Some API operations are allowed by an action of another name: s3:ListBucket
allows ListObjectsV2, and apigateway:GET all operations that read. Their own
names are no actions, nor are some that are easily taken for one, such as
iam:AssumeRole: an Allow grants nothing, a Deny protects nothing. Use the action
that the message names.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": «"s3:ListObjectsV2"», "Resource": "arn:aws:s3:::example"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example"}}`,
	Run:  apiNameNotAction,
}

func apiNameNotAction(pass *Pass) {
	for s, v := range unknownActions(pass) {
		r, ok := renamed(v.Text())
		if !ok {
			continue
		}
		several := strings.ContainsAny(r.actions, ",*")
		what, are := "an API call", "the action is"
		if r.guessed {
			what = "no action of the service"
		}
		if several {
			are = "the actions are"
		}
		f := pass.Reportf(s, v, "%s is %s; %s %s", v.Text(), what, are, r.actions)
		f.Subject = v.Text()
		if !several {
			edits, ok := pass.Replace(v, r.actions)
			f.Fix("write "+r.actions, edits, ok)
		}
	}
}
