package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// LogGroupARNSuffix reports ARNs of log groups where only those of log streams
// match.
var LogGroupARNSuffix = &Rule{
	Name: "log-group-arn-suffix", Kind: Warning,
	Policies: policy.Identity | policy.PermissionSet | policy.Boundary | policy.Session,
	Doc: `an action on log streams needs an ARN that goes on behind the log group

The ARN of a log stream is that of its log group, with :log-stream: and its name
behind. Actions on streams, such as logs:PutLogEvents, do not match the ARN of the
group alone. Add :* to it.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
  "Resource": «"arn:aws:logs:us-east-1:111122223333:log-group:app"»}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
  "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:app:*"}}`,
	Run: logGroupARNSuffix,
}

func logGroupARNSuffix(pass *Pass) {
	for r := range pass.listedARNs() {
		if r.arn.text(arnService) != "logs" || r.not || !isGroupOnly(r) || pass.mayMatchStream(r) {
			continue
		}
		a := pass.streamAction(r.statement)
		if a == nil {
			continue
		}
		f := pass.Reportf(r.statement, *r.value, "%s does not match log streams, as %s needs; add :*", r.value, a.FullName())
		edits, ok := pass.Replace(*r.value, r.value.Text()+":*")
		f.Fix("add :*", edits, ok)
	}
}

// isGroupOnly says whether the ARN certainly is that of a log group, with nothing
// behind the group's name.
func isGroupOnly(r *listedResource) bool {
	name, ok := strings.CutPrefix(r.arn.text(arnResource), "log-group:")
	return ok && !mayHoldColon(*r.value) && !strings.ContainsAny(name, ":*{") && (name != "" || !r.arn.known(arnResource))
}

// mayMatchStream says whether another resource of the statement may match a
// stream of the log group.
func (p *Pass) mayMatchStream(r *listedResource) bool {
	if r.list.Open() || len(r.list.Values) > maxCompared {
		return true
	}
	stream := access.ResourcePattern(p.withBehind(r, ":log-stream:x"), false)
	for i, v := range r.list.Values {
		if i != r.index && access.ResourcePattern(v, p.Policy.Modern()).Overlaps(stream) != access.No {
			return true
		}
	}
	return false
}

// withBehind returns the ARN with text behind it.
func (p *Pass) withBehind(r *listedResource, text string) policy.Value {
	return policy.NewValue(policy.Span{}, r.value.Text()+text, r.value.Holes()...)
}
