package access

import (
	"bytes"
	"encoding/base64"
	"math/big"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/iamlint/iamlint/policy"
)

// A valueSet is the set of the values of a condition key that meet an operator
// with its values.
type valueSet struct {
	family OperatorFamily
	text   *textSet // of strings, ARNs and booleans

	// Of the other families, not being met by any of the values counts if
	// negated is set; what cannot be read as the family never is in the set.
	negated  bool
	relation relation
	numbers  []*big.Rat // also of dates: seconds since 1970
	ranges   []netip.Prefix
	blobs    [][]byte
	all      bool // whatever can be read is in it: there may be more values
}

// has says whether the value is in the set.
func (s *valueSet) has(value string) bool {
	switch s.family {
	case StringOperator, ARNOperator, BoolOperator:
		return s.text.has(value)
	case NumericOperator:
		n, ok := parseNumber(value)
		return ok && s.hasNumber(n)
	case DateOperator:
		at, ok := ParseDate(value)
		return ok && s.hasNumber(seconds(at))
	case BinaryOperator:
		b, err := base64.StdEncoding.DecodeString(value)
		return err == nil && s.reads(slices.ContainsFunc(s.blobs, func(c []byte) bool { return bytes.Equal(b, c) }))
	case AddressOperator:
		a, err := netip.ParseAddr(value)
		return err == nil && s.reads(slices.ContainsFunc(s.ranges, func(r netip.Prefix) bool { return r.Contains(a) }))
	}
	return false
}

func (s *valueSet) reads(matched bool) bool { return s.all || matched != s.negated }

func (s *valueSet) hasNumber(n *big.Rat) bool {
	return s.reads(slices.ContainsFunc(s.numbers, func(m *big.Rat) bool { return s.relation.holds(n.Cmp(m)) }))
}

// seconds returns the time as seconds since 1970, exactly.
func seconds(at time.Time) *big.Rat {
	n := new(big.Rat).SetInt64(at.Unix())
	return n.Add(n, big.NewRat(int64(at.Nanosecond()), 1e9))
}

// A side says how a statement's holes are taken: what is compared, to be covered
// or to show a request of it, or what it is compared with.
type side uint8

const (
	isCovered side = iota // all of it, whatever the holes are
	covers                // what certainly is in it
	isShown               // what certainly is in it, to find a request
	denies                // what may be in it, so that a request is not
)

// reading returns how patterns of an element read symbols. A policy variable has
// its value for each request: to find a request, one is chosen that nothing else
// matches.
func (s side) reading(not bool) reading {
	switch {
	case s == covers && not:
		return loosely
	case s == isShown && not, s == denies && !not:
		return holesLoosely
	}
	return strictly
}

// over says whether what is not known is to be taken for rather too much.
func (s side) over() bool { return s == isCovered || s == denies }

// newValueSet returns the set for one entry of a Condition element.
func newValueSet(o Operator, l policy.List, modern bool, as side) *valueSet {
	s := &valueSet{family: o.Family, relation: o.relation, negated: o.Negated}
	open := l.Open()
	e := evaluation{modern: modern}
	switch o.Family {
	case StringOperator, ARNOperator, BoolOperator:
		s.text = &textSet{not: o.Negated, read: as.reading(o.Negated)}
		for _, v := range l.Values {
			switch o.Family {
			case StringOperator:
				s.text.patterns = append(s.text.patterns, e.compileText(v, o.Glob, o.ignoreCase))
			case ARNOperator:
				if p, ok := e.compileARN(v); ok {
					s.text.patterns = append(s.text.patterns, p.opaque())
				}
			default:
				if text, known := v.Literal(); !known {
					open = true
				} else if isBool(text) {
					s.text.patterns = append(s.text.patterns, textPattern(text, true))
				}
			}
		}
		if o.Family == ARNOperator {
			s.text.guard, s.text.mayGuard = anyARN, as.over()
		}
	default:
		for _, v := range l.Values {
			text, known := v.Literal()
			if !known {
				open = true
			} else {
				s.add(text)
			}
		}
	}
	if open && as.over() != o.Negated {
		s.widen()
	} else if open && o.Negated && !as.over() {
		s.narrow()
	}
	return s
}

// add adds a value of the policy, if it can be read.
func (s *valueSet) add(text string) {
	switch s.family {
	case NumericOperator:
		if n, ok := parseNumber(text); ok {
			s.numbers = append(s.numbers, n)
		}
	case DateOperator:
		if at, ok := ParseDate(text); ok {
			s.numbers = append(s.numbers, seconds(at))
		}
	case BinaryOperator:
		if b, err := base64.StdEncoding.DecodeString(text); err == nil {
			s.blobs = append(s.blobs, b)
		}
	case AddressOperator:
		if r, ok := ParseRange(text); ok {
			s.ranges = append(s.ranges, r.Masked())
		}
	}
}

// widen makes it all that can be read.
func (s *valueSet) widen() {
	s.all = true
	if s.text != nil {
		s.text.all = true
	}
}

// narrow makes it empty.
func (s *valueSet) narrow() {
	s.negated, s.numbers, s.ranges, s.blobs = false, nil, nil, nil
	if s.text != nil {
		s.text = &textSet{}
	}
}

// anyARN matches the ARNs that the operators on ARNs can read.
var anyARN = func() *Pattern {
	p := &Pattern{}
	p.compile(policy.NewValue(policy.Span{}, "arn:*:*:*:*:*"), false, nil)
	p.separate(false)
	return p.normalize()
}()

// literal says whether no value of the set has wildcards or symbols: then what
// is in it can be told by looking at its values and one besides.
func (s *valueSet) literal() bool {
	return s.text == nil || !s.text.all && s.text.guard == nil &&
		!slices.ContainsFunc(s.text.patterns, func(p *Pattern) bool { return p.wild() || len(p.symbols) > 0 })
}

// sampleValues returns values such that each value is in the same of the sets as
// one of them, if all are of families other than text, or literal.
func sampleValues(sets []*valueSet) []string {
	var list []string
	list = append(list, "example")
	for _, s := range sets {
		switch s.family {
		case NumericOperator:
			list = append(list, around(s.numbers, func(n *big.Rat) string { return decimal(n) })...)
		case DateOperator:
			list = append(list, around(s.numbers, date)...)
		case AddressOperator:
			list = append(list, addresses(s.ranges)...)
		case BinaryOperator:
			list = append(list, "AA==", "AAAAAAAAAAAAAAAAAAAAAAAA")
			for _, b := range s.blobs {
				list = append(list, base64.StdEncoding.EncodeToString(b))
			}
		default:
			if s.text != nil {
				for _, p := range s.text.patterns {
					list = append(list, plainText(p.tokens), strings.ToUpper(plainText(p.tokens)))
				}
			}
		}
	}
	return list
}

func plainText(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		if t >= 0 {
			b.WriteRune(rune(t))
		}
	}
	return b.String()
}

// around returns the numbers, one between each two, and one beyond both ends.
func around(numbers []*big.Rat, format func(*big.Rat) string) []string {
	sorted := slices.Clone(numbers)
	slices.SortFunc(sorted, (*big.Rat).Cmp)
	one, half := big.NewRat(1, 1), big.NewRat(1, 2)
	list := []string{format(new(big.Rat))}
	for i, n := range sorted {
		if i == 0 {
			list = append(list, format(new(big.Rat).Sub(n, one)))
		}
		list = append(list, format(n))
		next := new(big.Rat).Add(n, one)
		if i+1 < len(sorted) && sorted[i+1].Cmp(next) <= 0 {
			next.Add(n, sorted[i+1]).Mul(next, half)
		}
		list = append(list, format(next))
	}
	return list
}

// decimal writes a number that parseNumber reads back.
func decimal(n *big.Rat) string {
	if n.IsInt() {
		return n.Num().String()
	}
	return strings.TrimRight(n.FloatString(40), "0")
}

func date(n *big.Rat) string {
	whole := new(big.Int).Div(n.Num(), n.Denom())
	rest := new(big.Rat).Sub(n, new(big.Rat).SetInt(whole))
	nanoseconds := new(big.Rat).Mul(rest, big.NewRat(1e9, 1))
	at := time.Unix(whole.Int64(), new(big.Int).Div(nanoseconds.Num(), nanoseconds.Denom()).Int64())
	return at.UTC().Format("2006-01-02T15:04:05.999999999Z07:00")
}

// addresses returns the first address of each range and the one after its last,
// and one of each family.
func addresses(ranges []netip.Prefix) []string {
	list := []string{"198.51.100.1", "0.0.0.0", "2001:db8::1", "::"}
	for _, r := range ranges {
		list = append(list, r.Masked().Addr().String())
		if after := lastOf(r).Next(); after.IsValid() {
			list = append(list, after.String())
		}
	}
	return list
}

// lastOf returns the range's last address.
func lastOf(r netip.Prefix) netip.Addr {
	b := r.Masked().Addr().AsSlice()
	for i := r.Bits(); i < 8*len(b); i++ {
		b[i/8] |= 1 << (7 - i%8)
	}
	a, _ := netip.AddrFromSlice(b)
	return a
}
