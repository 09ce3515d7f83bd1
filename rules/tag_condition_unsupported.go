package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// TagConditionUnsupported reports conditions on tags for actions that have
// none.
var TagConditionUnsupported = &Rule{
	Name:     "tag-condition-unsupported",
	Kind:     Suggestion,
	Policies: policy.Identity | policy.PermissionSet | policy.SCP | policy.RCP | policy.Boundary | policy.Session,
	Doc: `the actions do not support the condition on tags

Not every action is checked against the tags of its resource, or of the request.
For one that is not, the key is absent: an Allow with a positive operator never
allows it, and a Deny never denies it. Put such actions into a statement of their
own. The data is AWS's service reference; it may lack support that is new.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*", "Condition": {"StringEquals": {«"aws:ResourceTag/team"»: "shop"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/team": "shop"}}}
  ]
}
`,
	Run: tagConditionUnsupported,
}

func tagConditionUnsupported(pass *Pass) {
	for e := range pass.conditionEntries() {
		documented := tagKeyOf(e.key)
		if documented == "" || e.op.Family == access.NullOperator && !mentions(e.List, "false") {
			continue
		}
		positive := !e.op.Negated && !e.op.PassesAbsent()
		if e.statement.NotAction.Present() {
			if positive && documented == resourceTagKey {
				pass.reportTagSupport(e, positive, "many services that NotAction leaves")
			}
			continue
		}
		lack := slices.DeleteFunc(pass.literalActions(e.statement), func(a *catalog.Action) bool { return hasKey(a, documented) })
		if len(lack) > 0 {
			pass.reportTagSupport(e, positive, listed(fullNames(lack)))
		}
	}
}

func (p *Pass) reportTagSupport(e conditionEntry, positive bool, names string) {
	effect := "never applies to them"
	if !positive {
		effect = "applies to them whatever the tag"
	}
	f := p.Reportf(e.statement, e.Variable, "%s is not supported by %s: this %s %s", e.Variable.Text(), names, e.statement.Effect, effect)
	f.Subject = e.Variable.Text()
	switch {
	case e.statement.Effect == policy.Deny && positive, e.statement.Effect == policy.Allow && !positive:
		f.As(Security, Medium)
	case e.statement.Effect == policy.Deny:
		f.As(Warning, 0)
	}
}

const resourceTagKey = "aws:ResourceTag/${TagKey}"

// tagKeyOf returns the name that AWS's data has for a key about tags, given in
// lower case; empty if it is about none.
func tagKeyOf(key string) string {
	switch {
	case strings.HasPrefix(key, "aws:resourcetag/"):
		return resourceTagKey
	case strings.HasPrefix(key, "aws:requesttag/"):
		return "aws:RequestTag/${TagKey}"
	case key == "aws:tagkeys":
		return "aws:TagKeys"
	}
	return ""
}
