package rules

import "strings"

// APINameNotAction reports API operations that another action allows.
var APINameNotAction = &Rule{
	Name: "api-name-not-action",
	Kind: Error,
	Doc: `this is the name of an API operation, not of an action

Some API operations are allowed by an action of another name: s3:ListBucket
allows ListObjectsV2, and apigateway:GET all operations that read. Their own
names are no actions: an Allow grants nothing, a Deny protects nothing. Use the
action that the message names.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": «"s3:ListObjectsV2"», "Resource": "arn:aws:s3:::example"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example"}}`,
	Run:  apiNameNotAction,
}

func apiNameNotAction(pass *Pass) {
	for s, v := range unknownActions(pass) {
		action, ok := actionOfAPI(v.Text())
		switch {
		case !ok:
		case strings.ContainsAny(action, ",*"):
			f := pass.Reportf(s, v, "%s is not an action; the actions are %s", v.Text(), action)
			f.Subject = v.Text()
		default:
			f := pass.Reportf(s, v, "%s is not an action; the action is %s", v.Text(), action)
			f.Subject = v.Text()
			edits, ok := pass.Replace(v, action)
			f.Fix("write "+action, edits, ok)
		}
	}
}
