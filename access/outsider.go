package access

import (
	"net/netip"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// Outsider says whether a statement lets somebody do something of whom the policy
// knows nothing: anonymous, or a user of an account that it does not name. They
// choose everything about a request but the keys that tell who they are and where
// they come from. Only actions that the pattern matches count. With Yes comes a
// request that proves it.
//
// A range of addresses keeps outsiders away unless the statement's ranges hold
// more than a /8 or, of IPv6, a /32.
//
// Source: AWS IAM Access Analyzer, "CheckNoPublicAccess", and the S3 User Guide,
// "The meaning of public".
func (a *Analysis) Outsider(s *policy.Statement, actions string) (*Request, Answer) {
	if s.Effect != policy.Allow {
		return nil, No
	}
	x, done := a.ask()
	defer done()
	answer := No
	for _, o := range []*box{a.anonymous(s), a.stranger(s, "user"), a.stranger(s, "role")} {
		o.add(demand{actions: a.boxes.actionsLike(actions)})
		r, is := a.outsider(x, s, o)
		if is == Yes {
			return r, Yes
		}
		answer = answer.or(is)
	}
	return nil, answer
}

// outsider says whether the statement lets one of the callers in the box do
// something.
func (a *Analysis) outsider(x *solver, s *policy.Statement, o *box) (*Request, Answer) {
	if whole, ok := a.area(x, s, isShown); ok && !a.doc.Open() {
		if whole, can := x.inside(whole, o); can != No {
			if r := a.through(x, s, whole); r != nil {
				return r, Yes
			}
		}
	}
	b := a.boxes.box(s, isCovered)
	if b == nil {
		return nil, Unknown
	}
	whole, can := x.inside(x.everywhere(), b)
	if can != No {
		whole, can = x.inside(whole, o)
	}
	if can == No {
		return nil, No
	}
	if x.covered(whole, a.denies()) {
		return nil, No
	}
	return nil, Unknown
}

// anonymous returns the requests of callers without credentials.
func (a *Analysis) anonymous(s *policy.Statement) *box {
	b := &box{}
	b.add(demand{principals: &principalSet{anonymous: true}})
	for _, key := range callerKeys {
		b.add(demand{key: &keySet{key: strings.ToLower(key), written: key, how: noValue, absent: true}})
	}
	b.addPlace(s)
	return b
}

// callerKeys are the keys that anonymous requests do not have.
//
// Source: AWS IAM User Guide, "AWS global condition context keys".
var callerKeys = []string{
	"aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalArn", "aws:userid", "aws:username",
	"aws:FederatedProvider", "aws:TokenIssueTime", "aws:MultiFactorAuthAge", "aws:MultiFactorAuthPresent", "aws:SourceIdentity",
}

// stranger returns the requests of a user or role of an account that nothing
// names.
func (a *Analysis) stranger(s *policy.Statement, kind string) *box {
	b := &box{}
	b.add(demand{principals: &principalSet{names: []principalName{{kind: "AWS", text: strangerAccount}}}})
	for _, k := range []struct {
		key, form string
		always    bool
	}{
		{"aws:PrincipalAccount", strangerAccount, true}, {"aws:PrincipalArn", "arn:aws:iam::" + strangerAccount + ":" + kind + "/*", true}, {"aws:userid", "AIDA0" + strangerAccount, true},
		{"aws:PrincipalOrgID", strangerOrganization, false}, {"aws:PrincipalOrgPaths", strangerOrganization + "/*", false},
	} {
		b.addKey(k.key, k.form, k.always)
	}
	b.addPlace(s)
	return b
}

// addPlace adds what callers cannot choose of where a request comes from.
func (b *box) addPlace(s *policy.Statement) {
	for _, k := range [][2]string{
		{"aws:SourceAccount", strangerAccount}, {"aws:SourceArn", "arn:aws:*:*:" + strangerAccount + ":*"}, {"aws:SourceOrgID", strangerOrganization}, {"aws:SourceOrgPaths", strangerOrganization + "/*"},
		{"aws:SourceVpc", "vpc-0" + strangerAccount}, {"aws:SourceVpce", "vpce-0" + strangerAccount}, {"aws:SourceVpcArn", "arn:aws:ec2:*:" + strangerAccount + ":vpc/*"},
		{"aws:VpceAccount", strangerAccount}, {"aws:VpceOrgID", strangerOrganization}, {"aws:VpceOrgPaths", strangerOrganization + "/*"},
	} {
		b.addKey(k[0], k[1], false)
	}
	if ranges := narrowRanges(s); len(ranges) > 0 {
		elsewhere := &valueSet{family: AddressOperator, negated: true, ranges: ranges}
		b.add(demand{key: &keySet{key: "aws:sourceip", written: "aws:SourceIp", values: elsewhere}})
	}
}

// addKey demands that a key, if it is there, has a value of a form.
func (b *box) addKey(key, form string, always bool) {
	p := &Pattern{}
	p.compile(policy.NewValue(policy.Span{}, form), false, nil)
	values := &valueSet{family: StringOperator, text: &textSet{patterns: []*Pattern{p.normalize()}}}
	b.add(demand{key: &keySet{key: strings.ToLower(key), written: key, how: eachValue, absent: !always, values: values}})
}

func (b *box) add(d demand) {
	d.id = lastDemand.Add(1)
	b.demands = append(b.demands, d)
}

// narrowRanges returns the ranges of addresses that the statement is limited to,
// if they are narrow.
func narrowRanges(s *policy.Statement) []netip.Prefix {
	var ranges []netip.Prefix
	var v4, v6 float64 // how much they hold of a /8, or a /32
	for _, e := range s.Condition.Entries {
		o := ParseOperator(e.Operator.Text())
		if o.Family != AddressOperator || o.Negated || !strings.EqualFold(e.Variable.Text(), "aws:SourceIp") {
			continue
		}
		for _, v := range e.Values {
			text, known := v.Literal()
			r, ok := ParseRange(text)
			if !known || !ok {
				continue
			}
			ranges = append(ranges, r)
			if r.Addr().Is4() {
				v4 += share(r.Bits(), 8)
			} else {
				v6 += share(r.Bits(), 32)
			}
		}
	}
	if v4 > 1 || v6 > 1 {
		return nil
	}
	return ranges
}

// share returns how many ranges of so many bits one is as large as.
func share(bits, of int) float64 {
	size := 1.0
	for ; bits < of; bits++ {
		size *= 2
	}
	for ; bits > of; bits-- {
		size /= 2
	}
	return size
}
