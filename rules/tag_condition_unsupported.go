package rules

import "github.com/iamlint/iamlint/policy"

// TagConditionUnsupported reports conditions on tags for actions that cannot be
// limited by them.
var TagConditionUnsupported = &Rule{
	Name: "tag-condition-unsupported",
	Kind: Security, Severity: Medium,
	Doc: `the action cannot be limited by this tag

aws:ResourceTag is there only for actions on resources whose tags the service
tells, aws:RequestTag and aws:TagKeys only for actions that set tags. With others
the key is missing: an Allow that demands a tag does not allow them, which is a
suggestion, and a Deny of what has the tag does not deny them. A negated entry is
true whatever the tag: an Allow then lets everything through. AWS's Service
Authorization Reference lists the keys of each action. Actions with wildcards are
not judged.`,
	Policies: policy.Identity | policy.SCP | policy.RCP | policy.Boundary | policy.Session | policy.PermissionSet,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": ["ec2:TerminateInstances", "ec2:DisableEbsEncryptionByDefault"], "Resource": "*",
  "Condition": {"StringEquals": {«"aws:ResourceTag/protected"»: "true"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": ["ec2:TerminateInstances", "ec2:StopInstances"], "Resource": "*",
  "Condition": {"StringEquals": {"aws:ResourceTag/protected": "true"}}}}`,
	Run: tagConditionUnsupported,
}

func tagConditionUnsupported(pass *Pass) {
	for _, e := range pass.conditionEntries() {
		if e.key == nil || e.key.sort != globalKey || e.statement.Effect == policy.NoEffect || !isActionTag(e.key) {
			continue
		}
		holds, certain := e.whenAbsent()
		if !certain {
			continue
		}
		if lack := pass.actionsWithoutKey(e.statement, e.key); lack.actions != nil {
			pass.reportUnsupportedTag(&e, holds, lack.actions, lack.all)
		} else if e.statement.NotAction.Present() && !holds {
			pass.Reportf(e.statement, e.Variable, "many actions do not support %s: this %s never applies to them", e.Variable, e.statement.Effect).As(Suggestion, 0)
		}
	}
}

// isActionTag says whether the key tells of tags that a resource has or gets.
func isActionTag(k *conditionKey) bool {
	return k.is("aws:ResourceTag/") || k.is("aws:RequestTag/") || k.is("aws:TagKeys")
}

func (p *Pass) reportUnsupportedTag(e *conditionEntry, holds bool, lacking []string, all bool) {
	allow := e.statement.Effect == policy.Allow
	if holds && !all && (allow || e.op.PassesAbsent()) {
		return // what has the tag is restricted, as the operator says, and the rest is let through
	}
	kind, severity, says := Suggestion, Severity(0), "never grants "+itOrThem(lacking)
	switch {
	case holds && allow && e.key.is("aws:ResourceTag/"):
		kind, severity, says = Security, Medium, "takes no account of the tag"
	case holds && allow:
		says = "takes no account of tags"
	case holds:
		kind, says = Warning, "always applies to "+itOrThem(lacking)
	case !allow:
		kind, severity, says = Security, Medium, "never applies to "+itOrThem(lacking)
	}
	p.Reportf(e.statement, e.Variable, "%s is not supported by %s: this %s %s", e.Variable, listed(lacking), e.statement.Effect, says).As(kind, severity)
}
