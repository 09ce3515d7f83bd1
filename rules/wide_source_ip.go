package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// WideSourceIP reports ranges of addresses that hardly restrict.
var WideSourceIP = &Rule{
	Name: "wide-source-ip",
	Kind: Security, Severity: Medium,
	Policies: policy.Resource | policy.Trust,
	Doc: `a range of addresses is too wide to keep strangers out

More than sixteen million addresses, a /8 of IPv4, or more than a /32 of IPv6,
belong to no one owner: S3 calls a bucket public that is bound by such a range.
List the ranges of your own networks.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"IpAddress": {"aws:SourceIp": «"192.0.0.0/4"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}}
  ]
}
`,
	Run: wideSourceIP,
}

func wideSourceIP(pass *Pass) {
	for v := range pass.conditionValues() {
		if v.op.Family != access.AddressOperator || v.op.Negated || v.statement.Effect != policy.Allow || !v.is("aws:sourceip") {
			continue
		}
		text := v.value.Text()
		r, ok := readRange(text)
		if _, everyone := v.statement.Principal.Anyone(); !ok || r.Bits() == 0 || !isWideRange(text) || everyone {
			continue // the rules on public access speak of the principal "*"
		}
		pass.Reportf(v.statement, v.value, "%s covers 2^%d addresses", text, r.Addr().BitLen()-r.Bits()).Subject = text
	}
}
