package rules

import "strings"

// InvalidARNRegion reports ARNs whose Region no ARN of their kind can have.
var InvalidARNRegion = &Rule{
	Name: "invalid-arn-region",
	Kind: Error,
	Doc: `no resource of this kind has such a Region in its ARN

ARNs of most resources name a Region. Those of global services, such as IAM, and
those of S3 buckets and objects have none: the field between the two colons is
empty. An ARN that differs from that in a policy matches nothing, and so does one
with a Region that its partition does not have. A wildcard also matches the empty
field, but IAM refuses one there for IAM's and S3's own ARNs.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": [
  "arn:aws:sqs:«us-east-1a»:111122223333:jobs", «"arn:aws:sqs::111122223333:jobs"»
]}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": [
  "arn:aws:sqs:us-east-1:111122223333:jobs", "arn:aws:sqs:*:111122223333:jobs"
]}}`,
	Run: invalidARNRegion,
}

func invalidARNRegion(pass *Pass) {
	for r := range pass.listedARNs() {
		region := r.arn.text(arnRegion)
		switch {
		case region == "*" && !pass.refusesRegion(r):
		case region == "" && r.arn.known(arnRegion):
			pass.checkMissingRegion(r)
		case strings.ContainsAny(region, "*?"):
			if pass.refusesRegion(r) && pass.everyKind(r, hasNoRegion) != nil {
				f := pass.Reportf(r.statement, r.arn.field(arnRegion), "IAM refuses %s: no Region may stand there, not even %q", r.value, region)
				pass.fixField(f, r, arnRegion)
			}
		default:
			pass.checkRegion(r, region)
		}
	}
}

// refusesRegion says whether IAM refuses a wildcard in place of no Region.
func (p *Pass) refusesRegion(r *listedResource) bool {
	return p.isIdentityPolicy() && r.mayBeFact("refuses-region")
}

func hasNoRegion(k *arnKind) bool { return k.region == "" }

func (p *Pass) checkMissingRegion(r *listedResource) {
	k := p.everyKind(r, func(k *arnKind) bool { return k.region != "" && k.region != "*" })
	switch {
	case k == nil || r.mayBeFact("no-region"):
	case p.lacksAccount(r) != nil:
		p.Reportf(r.statement, *r.value, "%s needs a Region and an account id: %s", r.value, k.format)
	default:
		p.Reportf(r.statement, *r.value, "%s needs a Region: %s", r.value, k.format)
	}
}
