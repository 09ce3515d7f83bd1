package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// ConditionKeyUnsupportedByAction reports keys that requests for the actions
// do not carry.
var ConditionKeyUnsupportedByAction = &Rule{
	Name:     "condition-key-unsupported-by-action",
	Kind:     Error,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource | policy.SCP | policy.RCP | policy.Boundary | policy.Session,
	Doc: `requests for the action do not have the condition key

A key of a service is in requests for certain actions only. For any other it is
absent: a positive operator never matches, and a negated one, or one with
IfExists, always does. Put the actions into a statement of their own, with keys
that they have. Patterns of actions are not judged.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringLike": {«"s3:prefix"»: "home/*"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example", "Condition": {"StringLike": {"s3:prefix": "home/*"}}}
  ]
}
`,
	Run: conditionKeyUnsupportedByAction,
}

func conditionKeyUnsupportedByAction(pass *Pass) {
	for e := range pass.conditionEntries() {
		prefix, _, _ := strings.Cut(e.key, ":")
		if prefix == "aws" || e.op.Family == access.NullOperator || !e.statement.Action.Present() {
			continue
		}
		key := pass.conditionKey(e.Variable.Text())
		if key.class != documentedKey || pass.Catalog.GlobalConditionKey(e.Variable.Text()) != nil {
			continue
		}
		pass.checkActionsHave(e, key, prefix)
	}
}

// checkActionsHave looks at the actions of the key's own service; keys of other
// services are there where services call each other.
func (p *Pass) checkActionsHave(e conditionEntry, key conditionKey, prefix string) {
	actions := p.literalActions(e.statement)
	lack := slices.DeleteFunc(slices.Clone(actions), func(a *catalog.Action) bool {
		return a.Service().Prefix() != prefix || hasKey(a, key.Name)
	})
	if len(lack) == 0 {
		return
	}
	all := len(lack) == len(actions) && p.onlyLiteral(e.statement)
	what, names := "", listed(fullNames(lack))
	positive := !e.op.Negated && !e.op.PassesAbsent()
	switch {
	case positive && e.statement.Effect == policy.Deny:
		what = "this Deny never applies to " + pronoun(lack)
	case positive:
		what = "this Allow never allows " + pronoun(lack)
	case e.statement.Effect == policy.Deny:
		what = "this Deny always applies to " + pronoun(lack)
	default:
		return
	}
	f := p.Reportf(e.statement, e.Variable, "%s does not apply to %s: %s", e.Variable.Text(), names, what)
	f.Subject = e.Variable.Text()
	switch {
	case positive && e.statement.Effect == policy.Deny:
		f.As(Security, Medium)
	case !all || !positive || !wellDocumented[prefix]:
		f.As(Warning, 0)
	}
}

// wellDocumented are services of whose keys AWS's data has proved complete: of
// others, AWS's own policies use some with actions that are not listed.
var wellDocumented = map[string]bool{"dynamodb": true, "iam": true, "kms": true, "lambda": true, "s3": true, "sns": true, "sqs": true, "sts": true}

func pronoun(actions []*catalog.Action) string {
	if len(actions) == 1 {
		return "it"
	}
	return "them"
}
