package rules

import "github.com/iamlint/iamlint/access"

// CIDRHostBits reports ranges of addresses that say more than they mean.
var CIDRHostBits = &Rule{
	Name: "cidr-host-bits",
	Kind: Suggestion,
	Doc: `an address range has bits behind its mask

A range in CIDR notation is as many leading bits as the number behind the slash
says; the others do not count: 203.0.113.77/24 is not one address, but all 256
of 203.0.113.0/24. Write what is meant: the range with zeros, or the address
with /32 or /128.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"IpAddress": {"aws:SourceIp": «"203.0.113.77/24"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
  }
}
`,
	Run: cidrHostBits,
}

func cidrHostBits(pass *Pass) {
	for e := range pass.comparisons() {
		if e.op.Family != access.AddressOperator {
			continue
		}
		for j := range e.Values {
			v := &e.Values[j]
			r, ok := addressRange(v)
			if !ok || r == r.Masked() {
				continue
			}
			meant := r.Masked().String()
			f := pass.Reportf(e.statement, *v, "%s means %s", v.Text(), meant)
			edits, ok := pass.Replace(*v, meant)
			f.Fix("write "+meant, edits, ok)
		}
	}
}
