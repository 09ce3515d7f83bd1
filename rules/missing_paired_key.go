package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// MissingPairedKey reports keys that say little without another.
var MissingPairedKey = &Rule{
	Name: "missing-paired-key",
	Kind: Security, Severity: Medium,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource,
	Doc: `the key says little without another one

Private addresses are the same in every VPC: aws:VpcSourceIp needs aws:SourceVpc
or aws:SourceVpce beside it, and aws:Ec2InstanceSourcePrivateIPv4 needs
aws:Ec2InstanceSourceVpc. A path of an organization starts with the organization's
id.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"IpAddress": {«"aws:VpcSourceIp"»: "10.0.0.0/16"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/16"}, "StringEquals": {"aws:SourceVpc": "vpc-0a1b2c3d"}}}
  ]
}
`,
	Run: missingPairedKey,
}

func missingPairedKey(pass *Pass) {
	for e := range pass.conditionEntries() {
		if e.statement.Effect != policy.Allow || e.op.Family == access.NullOperator || conditionsMayHold(e.statement) {
			continue
		}
		switch e.key {
		case "aws:vpcsourceip":
			pass.needsBeside(e, "aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn")
		case "aws:ec2instancesourceprivateipv4":
			pass.needsBeside(e, "aws:Ec2InstanceSourceVpc")
		case "aws:principalorgpaths":
			for _, v := range e.Values {
				if v.Known() && (strings.HasPrefix(v.Text(), "*/") || strings.HasPrefix(v.Text(), "r-") || strings.HasPrefix(v.Text(), "ou-")) {
					pass.Reportf(e.statement, v, "%q does not start with the id of an organization", v.Text()).Subject = v.Text()
				}
			}
		}
	}
}

// needsBeside reports an entry without one on any of the keys beside it.
func (p *Pass) needsBeside(e conditionEntry, keys ...string) {
	for _, key := range keys {
		if hasEntryFor(e.statement, key) {
			return
		}
	}
	p.Reportf(e.statement, e.Variable, "%s needs %s beside it", e.Variable.Text(), keys[0]).Subject = e.Variable.Text()
}
