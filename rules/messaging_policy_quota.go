package rules

import (
	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/policy"
)

// MessagingPolicyQuota reports policies of queues and topics that have more of
// something than Amazon SQS and SNS take.
var MessagingPolicyQuota = &Rule{
	Name: "messaging-policy-quota",
	Kind: Error,
	Doc: `the policy of a queue or topic has too much of something

The policy of an SQS queue may have 20 statements and 50 principals, and each
statement 7 actions and 10 conditions. That of an SNS topic may have 100
statements and 200 principals, and each statement one resource, the topic. Use a
pattern for the actions, or one statement with a list of values in its Condition.`,
	Policies: policy.Resource,
	Bad: `{"Version": "2012-10-17", "Statement": {
  "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs",
  "Action": «["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:PurgeQueue", "sqs:GetQueueUrl",
    "sqs:GetQueueAttributes", "sqs:ListQueueTags", "sqs:ChangeMessageVisibility"]»
}}`,
	Good: `{"Version": "2012-10-17", "Statement": {
  "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs",
  "Action": ["sqs:*Message", "sqs:PurgeQueue", "sqs:Get*", "sqs:ListQueueTags", "sqs:ChangeMessageVisibility"]
}}`,
	Run: messagingPolicyQuota,
}

func messagingPolicyQuota(pass *Pass) {
	d := pass.Policy
	if service := pass.ownService(); service != "sqs" && service != "sns" {
		return
	}
	statements, principals := 0, map[string]bool{}
	for _, s := range d.Statements {
		if !s.Optional {
			statements++
			addNames(principals, &s.Principal)
			addNames(principals, &s.NotPrincipal)
		}
		pass.checkCount(s, s.Condition.Key, "conditions", len(s.Condition.Entries))
		actions, _ := s.Actions()
		pass.checkCount(s, actions.Span, "actions", differentValues(actions))
		resources, _ := s.Resources()
		pass.checkCount(s, resources.Span, "resources", differentValues(resources))
	}
	pass.checkCount(nil, d.Head, "statements", statements)
	pass.checkCount(nil, d.Head, "principals", len(principals))
}

// checkCount reports that there are more things than the service takes.
func (p *Pass) checkCount(s *policy.Statement, at analysis.Range, things string, n int) {
	q, ok := quotas[quotaKey{policy.Resource, p.ownService(), things}]
	if ok && n > q.limit {
		p.Reportf(s, at, "%d %s, limit %d", n, things, q.limit).Subject = things
	}
}
