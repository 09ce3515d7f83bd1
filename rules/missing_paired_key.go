package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// MissingPairedKey reports condition keys that tell something only together with
// another.
var MissingPairedKey = &Rule{
	Name: "missing-paired-key",
	Kind: Security, Severity: Medium,
	Doc: `the condition key tells nothing without another one

Private addresses are the same in every VPC: aws:VpcSourceIp says where a request
comes from only beside aws:SourceVpc or aws:SourceVpce, and
aws:Ec2InstanceSourcePrivateIPv4 beside aws:Ec2InstanceSourceVpc. Ids of roots and
organizational units are unique only within an organization: a pattern for
aws:PrincipalOrgPaths has to begin with the id of the organization, or
aws:PrincipalOrgID has to stand beside it. The other key may stand in a Deny of
its own.`,
	Policies: policy.Identity | policy.Resource | policy.PermissionSet,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*",
  "Condition": {"IpAddress": {«"aws:VpcSourceIp"»: "10.0.0.0/16"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*",
  "Condition": {"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/16"}, "StringEquals": {"aws:SourceVpc": "vpc-0123456789abcdef0"}}}}`,
	Run: missingPairedKey,
}

func missingPairedKey(pass *Pass) {
	var last keyPlacement
	var denied map[string]bool // whether a Deny may test a pair of the key
	for _, e := range pass.conditionEntries() {
		at := keyPlacement{e.statement, e.key}
		if e.key == nil || e.key.sort != globalKey || at == last || !letsIn(&e) {
			continue
		}
		key := strings.ToLower(e.key.family)
		pairs := keyPairs[key]
		if pairs == nil {
			continue
		}
		last = at
		if denied == nil {
			denied = map[string]bool{}
		}
		if _, asked := denied[key]; !asked {
			denied[key] = mayDenyBy(pass.Policy, pairs)
		}
		if !denied[key] && !mayTest(e.statement, pairs) {
			pass.reportLonelyKey(&e, pairs[0])
		}
	}
}

func (p *Pass) reportLonelyKey(e *conditionEntry, pair string) {
	if !e.key.is("aws:PrincipalOrgPaths") {
		p.Reportf(e.statement, e.Variable, "%s needs %s beside it", e.Variable.Text(), pair)
		return
	}
	for _, v := range e.Values {
		if namesNoOrganization(v) {
			p.Reportf(e.statement, v, "%s needs %s beside it: \"%s\" matches other organizations, too", e.Variable.Text(), pair, v)
		}
	}
}
