package rules

import (
	"net/netip"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// PrivateSourceIP reports private addresses in aws:SourceIp.
var PrivateSourceIP = &Rule{
	Name: "private-source-ip",
	Kind: Error,
	Doc: `aws:SourceIp is never a private address

aws:SourceIp is the address that AWS sees, which is public; through a VPC endpoint
the key is missing. A private range never matches. For addresses in a VPC use
aws:VpcSourceIp, together with aws:SourceVpc.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"IpAddress": {"aws:SourceIp": «"10.0.0.0/8"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/8"}, "StringEquals": {"aws:SourceVpc": "vpc-0a1b2c3d"}}}
  ]
}
`,
	Run: privateSourceIP,
}

func privateSourceIP(pass *Pass) {
	for v := range pass.conditionValues() {
		if v.op.Family != access.AddressOperator || !v.is("aws:sourceip") || !isPrivateRange(v.value.Text()) {
			continue
		}
		f := pass.Reportf(v.statement, v.value, "%s never appears in aws:SourceIp; use aws:VpcSourceIp", v.value.Text())
		f.Subject = v.value.Text()
		if !onlyPrivate(v.entry.List) {
			f.As(Suggestion, 0)
		}
	}
}

func onlyPrivate(l policy.List) bool {
	for _, v := range l.Values {
		if !v.Known() || !isPrivateRange(v.Text()) {
			return false
		}
	}
	return !l.Open()
}

// privateRanges are addresses that no request comes from over the internet.
//
// Sources: RFC 1918, RFC 6598, RFC 1122, RFC 3927, RFC 4193, RFC 4291.
var privateRanges = func() []netip.Prefix {
	var all []netip.Prefix
	for _, text := range []string{
		"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10",
	} {
		all = append(all, netip.MustParsePrefix(text))
	}
	return all
}()

func isPrivateRange(text string) bool {
	r, ok := readRange(text)
	if !ok {
		return false
	}
	for _, private := range privateRanges {
		if private.Bits() <= r.Bits() && private.Contains(r.Addr()) {
			return true
		}
	}
	return false
}
