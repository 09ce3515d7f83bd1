package rules

import "github.com/iamlint/iamlint/access"

// PrivateSourceIP reports private addresses where requests have public ones.
var PrivateSourceIP = &Rule{
	Name: "private-source-ip",
	Kind: Error,
	Doc: `no request has a private address in aws:SourceIp

The key aws:SourceIp holds the public address that a request comes from, and is
absent where it comes through a VPC endpoint. Private ranges match nothing there:
IpAddress is never true of them, and NotIpAddress exempts nobody. Use
aws:VpcSourceIp with aws:SourceVpc for addresses inside a VPC. Beside public
ranges it is a suggestion.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {"IpAddress": {"aws:SourceIp": «"10.20.0.0/16"»}}
  }
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example/*",
    "Condition": {
      "IpAddress": {"aws:VpcSourceIp": "10.20.0.0/16"},
      "StringEquals": {"aws:SourceVpc": "vpc-0123456789abcdef0"}
    }
  }
}
`,
	Run: privateSourceIP,
}

func privateSourceIP(pass *Pass) {
	for e := range pass.comparisons() {
		if e.op.Family != access.AddressOperator || e.name != "aws:sourceip" {
			continue
		}
		pass.reportPrivate(e)
	}
}

// reportPrivate reports the private ranges of an entry, at the first of them.
func (p *Pass) reportPrivate(e *conditionEntry) {
	var private []string
	first := -1
	for j := range e.Values {
		r, ok := addressRange(&e.Values[j])
		if !ok || !isPrivate(r) {
			continue
		}
		if first < 0 {
			first = j
		}
		private = append(private, e.Values[j].Text())
	}
	if first < 0 {
		return
	}
	verb := "appears"
	if len(private) > 1 {
		verb = "appear"
	}
	f := p.Reportf(e.statement, e.Values[first], "%s never %s in aws:SourceIp; use aws:VpcSourceIp", listed(private), verb)
	switch {
	case len(private) < len(e.Values) || e.Open():
		f.As(Suggestion, 0)
	case e.op.IfExists && !e.op.Negated:
		f.As(Warning, 0) // true of requests without the key
	}
}
