package rules

import "github.com/iamlint/iamlint/access"

// StringOperatorOnARNKey reports ARNs that are compared as if they were any
// text.
var StringOperatorOnARNKey = &Rule{
	Name: "string-operator-on-arn-key",
	Kind: Security, Severity: Low,
	Doc: `ARNs are compared as text

The wildcards of StringLike cross the colons of an ARN: "arn:aws:sns:*:orders"
matches topics of every account. ArnLike compares field by field, and ArnEquals
does the same. Where an Allow has a wildcard in front of the last field, it lets
in more than it shows; elsewhere it is a suggestion.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": "sns.amazonaws.com"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {«"StringLike"»: {"aws:SourceArn": "arn:aws:sns:*:111122223333:orders"}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"Service": "sns.amazonaws.com"},
    "Action": "sqs:SendMessage",
    "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
    "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:orders"}}
  }
}
`,
	Run: stringOperatorOnARNKey,
}

// arnOperatorFor has the Arn operators that do as String operators; for those
// that ignore case there is none.
var arnOperatorFor = map[string]string{
	"stringequals": "ArnEquals", "stringnotequals": "ArnNotEquals",
	"stringlike": "ArnLike", "stringnotlike": "ArnNotLike",
}

func stringOperatorOnARNKey(pass *Pass) {
	for e := range pass.comparisons() {
		if e.op.Family != access.StringOperator || e.valueType() != "ARN" {
			continue
		}
		better := arnOperatorFor[e.op.Name]
		if better == "" || !comparesARNs(e) {
			continue
		}
		better = e.operatorNamed(better)
		f := pass.Reportf(e.statement, e.Operator, "use %s for %s: %s compares it as text", better, e.Variable, e.Operator)
		f.Subject = e.Operator.Text() + " " + e.name
		if !e.op.Glob || e.op.Negated || !pass.grants(e.statement) || !crossesFields(e.Values) {
			f.As(Suggestion, 0)
		}
		if e.op.Glob && haveSixFields(e.List) {
			edits, ok := pass.writeOperator(e, better)
			f.Fix("write "+better, edits, ok)
		}
	}
}
