package rules

import "github.com/iamlint/iamlint/policy"

// MessagingPolicyQuota reports policies of queues and topics that name too
// much.
var MessagingPolicyQuota = &Rule{
	Name:     "messaging-policy-quota",
	Kind:     Error,
	Policies: policy.Resource,
	Doc: `the policy of a queue or topic has too many parts

SQS takes 20 statements, 50 principals, 10 conditions and 7 actions a statement in
the policy of a queue; SNS 100 statements and 200 principals in that of a topic.
Use a pattern, or a condition on the organization.`,
	Format: "main.tf",
	Bad: `resource "aws_sqs_queue_policy" "q" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "111122223333" }
      Action = «[
        "sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueUrl",
        "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility", "sqs:PurgeQueue", "sqs:ListQueueTags",
      ]»
      Resource = "arn:aws:sqs:eu-west-1:111122223333:orders"
    }
  })
}
`,
	Good: `resource "aws_sqs_queue_policy" "q" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "111122223333" }
      Action    = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"]
      Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
    }
  })
}
`,
	Run: messagingPolicyQuota,
}

// A messagingQuota is what the policy of a queue or a topic may have; 0 is any.
//
// Sources: Amazon SQS Developer Guide, "Amazon SQS policy quotas"; Amazon SNS
// Developer Guide, "Amazon SNS access policy limits".
type messagingQuota struct{ statements, principals, conditions, actions int }

var messagingQuotas = map[string]messagingQuota{
	"sqs": {statements: 20, principals: 50, conditions: 10, actions: 7},
	"sns": {statements: 100, principals: 200},
}

func messagingPolicyQuota(pass *Pass) {
	d := pass.Policy
	q, ok := messagingQuotas[d.Service]
	if !ok {
		return
	}
	principals, conditions, statements := 0, 0, 0
	for _, s := range d.Statements {
		if s.Optional {
			continue
		}
		statements++
		conditions += len(s.Condition.Entries)
		for _, set := range s.Principal.Sets {
			principals += len(set.Values)
		}
		if n := len(s.Action.Values); q.actions > 0 && n > q.actions {
			pass.Reportf(s, s.Action.Span.Or(s.Action.Key), "%d actions in a statement, limit %d", n, q.actions).Subject = "actions"
		}
	}
	pass.checkCount("statements", statements, q.statements)
	pass.checkCount("principals", principals, q.principals)
	pass.checkCount("conditions", conditions, q.conditions)
}

func (p *Pass) checkCount(what string, n, limit int) {
	if limit > 0 && n > limit {
		p.Reportf(nil, p.Policy.Head, "%d %s, limit %d", n, what, limit).Subject = what
	}
}
