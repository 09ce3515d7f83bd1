package rules

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// anyoneMeets says whether callers of all accounts can certainly meet the
// value. Wildcards act as such only if glob is set.
func (k callerKey) anyoneMeets(v policy.Value, glob bool) bool {
	switch k {
	case rangeKey:
		return v.Known() && isWideRange(v.Text())
	case trueKey:
		return v.Known() && !strings.EqualFold(v.Text(), "true")
	}
	if !glob {
		return false
	}
	switch k {
	case arnKey, sourceKey:
		return k.anyoneHasARN(v)
	case orgKey:
		return isWild(v, "o-")
	case vpcKey:
		return isWild(v, "vpce-") || isWild(v, "vpc-")
	case fixedKey:
		return strings.HasPrefix(v.Prefix(), "*")
	}
	return isWild(v, "")
}

// anyoneMeetsOne says whether callers of all accounts can certainly meet one of
// the values.
func (k callerKey) anyoneMeetsOne(l policy.List, op access.Operator) bool {
	return slices.ContainsFunc(l.Values, func(v policy.Value) bool { return k.anyoneMeets(v, op.Glob) })
}

// anyoneHasARN says whether the pattern leaves the account open, and for the
// source of a call also the resource: the name of a bucket, for one, binds
// without an account.
func (k callerKey) anyoneHasARN(v policy.Value) bool {
	if v.AllWildcard() || v.Is("arn:*") {
		return true
	}
	arn, ok := policy.ParseARN(v)
	if !ok {
		return false
	}
	if k == sourceKey {
		return (arn.Account.Is("") || isWild(arn.Account, "")) && isWild(arn.Resource, "")
	}
	return isWild(arn.Account, "")
}

// isWild says whether the value consists of wildcards, slashes and, maybe, the
// prefix that all values of its sort have.
func isWild(v policy.Value, prefix string) bool {
	text, known := v.Literal()
	if !known || !strings.ContainsAny(text, "*?") {
		return false
	}
	return strings.Trim(strings.TrimPrefix(text, prefix), "*?/") == ""
}

// isWideRange says whether so many addresses are in the range that S3 calls it
// public: more than a /8, of IPv6 more than a /32.
//
// Source: Amazon S3 User Guide, "The meaning of public".
func isWideRange(cidr string) bool {
	p, err := netip.ParsePrefix(cidr)
	if err != nil {
		return false
	}
	if p.Addr().Is4() {
		return p.Bits() < 8
	}
	return p.Bits() < 32
}
