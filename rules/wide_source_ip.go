package rules

import (
	"math/big"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// WideSourceIP reports Allows whose only limit is a very large range of
// addresses.
var WideSourceIP = &Rule{
	Name: "wide-source-ip",
	Kind: Security, Severity: Medium,
	Policies: policy.Resource | policy.Trust,
	Doc: `an Allow is limited by a range of addresses that is hardly a limit

A range larger than /8, or /32 for IPv6, holds addresses of very many strangers;
Amazon S3 calls a bucket public that is bound by one. Where the principal is
named as well, the severity is low: the range adds nothing. Write the ranges that
callers really have, or bind the Allow to an organization, account or VPC
endpoint.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "111122223333"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"IpAddress": {"aws:SourceIp": [«"52.0.0.0/6"», "203.0.113.0/24"]}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "111122223333"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"IpAddress": {"aws:SourceIp": ["52.94.76.0/24", "203.0.113.0/24"]}}
  }
}
`,
	Run: wideSourceIP,
}

func wideSourceIP(pass *Pass) {
	var last *policy.Statement
	binding := bound
	for e := range pass.comparisons() {
		if e.op.Family != access.AddressOperator || e.op.Negated || e.name != "aws:sourceip" || e.statement.Effect != policy.Allow {
			continue
		}
		for j := range e.Values {
			v := &e.Values[j]
			if !v.Known() || !isWideRange(v.Text()) {
				continue
			}
			if e.statement != last {
				last, binding = e.statement, callerBindingOf(pass.Policy, e.statement)
			}
			if binding == unbound {
				pass.reportWide(e, v)
			}
		}
	}
}

func (p *Pass) reportWide(e *conditionEntry, v *policy.Value) {
	r, _ := addressRange(v)
	size := new(big.Int).Lsh(big.NewInt(1), uint(r.Addr().BitLen()-r.Bits()))
	f := p.Reportf(e.statement, *v, "%s covers %s addresses", v.Text(), size)
	if _, everyone := e.statement.Principal.Anyone(); !everyone {
		f.As(Security, Low)
	}
}
