package rules

import (
	"net/netip"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// privateRanges are the addresses that no request has that comes from the
// internet.
//
// Sources: RFC 1918, 6598, 1122, 3927, 4193 and 4291.
var privateRanges = []netip.Prefix{
	netip.MustParsePrefix("10.0.0.0/8"),
	netip.MustParsePrefix("172.16.0.0/12"),
	netip.MustParsePrefix("192.168.0.0/16"),
	netip.MustParsePrefix("100.64.0.0/10"),
	netip.MustParsePrefix("127.0.0.0/8"),
	netip.MustParsePrefix("169.254.0.0/16"),
	netip.MustParsePrefix("fc00::/7"),
	netip.MustParsePrefix("fe80::/10"),
}

// addressRange returns the addresses that a value stands for.
func addressRange(v *policy.Value) (netip.Prefix, bool) {
	text, known := v.Literal()
	if !known {
		return netip.Prefix{}, false
	}
	return access.ParseRange(text)
}

// isPrivate says whether all addresses of the range are private.
func isPrivate(p netip.Prefix) bool {
	for _, private := range privateRanges {
		if p.Bits() >= private.Bits() && private.Contains(p.Addr()) {
			return true
		}
	}
	return false
}
