package rules

import "github.com/iamlint/iamlint/access"

// CIDRHostBits reports ranges whose address is not their first.
var CIDRHostBits = &Rule{
	Name: "cidr-host-bits",
	Kind: Suggestion,
	Doc: `the range has bits beyond its mask

Bits of the address beyond the mask do not count: 203.0.113.7/24 is all of
203.0.113.0/24. Write the range that it is, or /32 for the one address.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"IpAddress": {"aws:SourceIp": «"203.0.113.7/24"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}
  ]
}
`,
	Run: cidrHostBits,
}

func cidrHostBits(pass *Pass) {
	for v := range pass.conditionValues() {
		if v.op.Family != access.AddressOperator {
			continue
		}
		r, ok := readRange(v.value.Text())
		if !ok || r.Masked() == r {
			continue
		}
		f := pass.Reportf(v.statement, v.value, "%s means %s", v.value.Text(), r.Masked())
		f.Subject = v.value.Text()
		edits, ok := pass.Replace(v.value, r.Masked().String())
		f.Fix("write "+r.Masked().String(), edits, ok)
	}
}
