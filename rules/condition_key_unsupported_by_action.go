package rules

import "github.com/iamlint/iamlint/policy"

// ConditionKeyUnsupportedByAction reports condition keys of a service that are
// compared for actions which do not have them.
var ConditionKeyUnsupportedByAction = &Rule{
	Name: "condition-key-unsupported-by-action",
	Kind: Error,
	Doc: `the action does not have this condition key

A request has only those keys of a service that AWS lists for its action and the
resources it acts on. For others the key is missing, and an entry that compares
it is false: the Allow grants nothing, the Deny denies nothing. A negated entry,
or one with IfExists, is true whatever its values. Put actions that have the key
into a statement of their own, or take another key. Global keys (aws:) and
actions with wildcards are not judged.`,
	Policies: policy.Identity | policy.Resource | policy.SCP | policy.RCP | policy.Boundary | policy.Session | policy.PermissionSet,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*",
  "Condition": {"StringLike": {«"s3:prefix"»: "home/*"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example",
  "Condition": {"StringLike": {"s3:prefix": "home/*"}}}}`,
	Run: conditionKeyUnsupportedByAction,
}

func conditionKeyUnsupportedByAction(pass *Pass) {
	for _, e := range pass.conditionEntries() {
		if e.key == nil || e.key.sort != serviceKey || e.statement.Effect == policy.NoEffect {
			continue
		}
		holds, certain := e.whenAbsent()
		if !certain {
			continue
		}
		lack := pass.actionsWithoutKey(e.statement, e.key)
		if lack.actions != nil && someActionHas(pass.Catalog, e.key) {
			pass.reportUnsupportedKey(&e, holds, lack.actions, lack.all)
		}
	}
}

func (p *Pass) reportUnsupportedKey(e *conditionEntry, holds bool, lacking []string, all bool) {
	allow := e.statement.Effect == policy.Allow
	kind, severity, says := Warning, Severity(0), ""
	switch {
	case !holds && allow && all:
		kind, says = Error, "this Allow never matches"
	case !holds && allow:
		says = "this Allow never grants " + itOrThem(lacking)
	case !holds && all:
		kind, severity, says = Security, Medium, "this Deny never applies"
	case !holds:
		says = "this Deny never applies to " + itOrThem(lacking)
	case !all && (allow || e.op.PassesAbsent()):
		return // what has the key is restricted, as the operator says, and the rest is let through
	case allow:
		says = "the entry is always true"
	default:
		says = "this Deny always applies to " + itOrThem(lacking)
	}
	p.Reportf(e.statement, e.Variable, "%s does not apply to %s: %s", e.Variable, listed(lacking), says).As(kind, severity)
}
