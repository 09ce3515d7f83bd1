package rules

import "github.com/iamlint/iamlint/policy"

// ResourceTypeMismatch reports actions that cannot act on any of the
// resources.
var ResourceTypeMismatch = &Rule{
	Name:     "resource-type-mismatch",
	Kind:     Error,
	Policies: policy.Identity | policy.PermissionSet | policy.SCP | policy.RCP | policy.Boundary | policy.Session | policy.VPCEndpoint,
	Doc: `the action never applies to the resources

An action acts on certain types of resources, and a statement is about an action
only together with a resource of such a type. Here none of the resources is one:
an Allow grants nothing, a Deny protects nothing. Name resources of the right
type, or move the action.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": «"dynamodb:GetItem"», "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"}
  ]
}
`,
	Run: resourceTypeMismatch,
}

func resourceTypeMismatch(pass *Pass) {
	for _, m := range pass.mismatches() {
		if m.s3Mix() != "" || m.statement.Effect == policy.Deny && !m.all {
			continue
		}
		f := pass.Reportf(m.statement, m.value, "%s never applies to %s", m.value.String(), namesOf(m.statement.Resource))
		if needs := m.neededFormat(); needs != "" {
			f.Message += ", needs " + needs
		}
		f.Subject = m.value.String()
		if !m.all || !wellDocumented[m.action.Service().Prefix()] {
			f.As(Warning, 0)
		}
	}
}

// neededFormat returns the ARN of a resource that the action acts on.
func (m mismatch) neededFormat() string {
	if formats := formatsOf(m.action); len(formats) > 0 {
		return formats[0]
	}
	return ""
}

// namesOf names some of the values.
func namesOf(l policy.List) string {
	names := make([]string, len(l.Values))
	for i, v := range l.Values {
		names[i] = v.String()
	}
	return listed(names)
}
