package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// InvalidKeyValue reports values that a condition key never has.
var InvalidKeyValue = &Rule{
	Name: "invalid-key-value",
	Kind: Error,
	Doc: `the condition key never has such a value

Values of some keys have a certain form: ids of VPCs, endpoints, accounts and
organizations, Regions, names of services, ARNs of KMS keys. What has another
form equals none: an Allow grants nothing, a Deny protects nothing or denies all.
A Region that may be newer than the AWS data is a suggestion.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "iam:PassRole",
    "Resource": "arn:aws:iam::111122223333:role/app",
    "Condition": {"StringEquals": {"iam:PassedToService": «"lambda"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "iam:PassRole",
    "Resource": "arn:aws:iam::111122223333:role/app",
    "Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}
  }
}
`,
	Run: invalidKeyValue,
}

func invalidKeyValue(pass *Pass) {
	for e := range pass.comparisons() {
		if e.op.Family != access.StringOperator && (e.op.Family != access.ARNOperator || e.valueType() != "ARN") {
			continue
		}
		form := keyForms()[e.name]
		if form == nil {
			continue
		}
		for j := range e.Values {
			v := &e.Values[j]
			text, ok := literalValue(v)
			star, mark := wildcardsIn(v)
			wild := star || mark
			switch {
			case wild && !e.op.Glob:
				continue // see wildcard-without-like
			case ok && !wild:
				pass.checkKeyForm(e, j, form, text)
			case !mayStartWith(fixedStart(v), form.start):
				pass.Reportf(e.statement, *v, form.message, *v)
			}
		}
	}
}

// checkKeyForm reports the j'th value, all of which is known, if it has another
// form.
func (p *Pass) checkKeyForm(e *conditionEntry, j int, form *keyForm, text string) {
	v, bare := &e.Values[j], e.Bare != nil && e.Bare[j]
	if strings.HasSuffix(e.op.Name, "ignorecase") {
		text = strings.ToLower(text)
	}
	switch {
	case form.holds(text), e.name == "aws:principalaccount" && text == "anonymous":
	case form == namedKeyForms["region"]:
		p.reportRegion(e, v)
	case form == namedKeyForms["account"] && consistsOf(text, digits, 1, 11):
		p.reportLostZero(e, v, text, bare)
	default:
		p.Reportf(e.statement, *v, form.message, *v)
	}
}

// reportLostZero reports an account with too few digits. What is written as a
// number has lost the zeros in front.
func (p *Pass) reportLostZero(e *conditionEntry, v *policy.Value, text string, bare bool) {
	f := p.Reportf(e.statement, *v, "%s has %d digits; was a leading zero lost?", text, len(text))
	if bare && len(text) >= 9 {
		account := strings.Repeat("0", 12-len(text)) + text
		edits, ok := p.Replace(*v, account)
		f.Fix("write "+account, edits, ok)
	}
}
