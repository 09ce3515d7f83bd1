package access

import (
	"bytes"
	"encoding/base64"
	"math/big"
	"net/netip"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A comparer says whether a value of the policy fits the value of the request
// that it was made for.
type comparer func(policy.Value) Answer

// comparer returns what compares values of the policy with one of the request.
// It is not ok if that cannot be read as what the operator compares.
func (e *evaluation) comparer(o Operator, value string) (comparer, bool) {
	switch o.Family {
	case StringOperator:
		return e.compareString(o, value), true
	case ARNOperator:
		return e.compareARN(value)
	case NumericOperator:
		n, ok := parseNumber(value)
		return onLiteral(func(text string) bool {
			m, ok := parseNumber(text)
			return ok && o.relation.holds(n.Cmp(m))
		}), ok
	case DateOperator:
		at, ok := ParseDate(value)
		return onLiteral(func(text string) bool {
			other, ok := ParseDate(text)
			return ok && o.relation.holds(at.Compare(other))
		}), ok
	case BoolOperator:
		return onLiteral(func(text string) bool { return strings.EqualFold(text, value) }), isBool(value)
	case BinaryOperator:
		b, err := base64.StdEncoding.DecodeString(value)
		return onLiteral(func(text string) bool {
			other, err := base64.StdEncoding.DecodeString(text)
			return err == nil && bytes.Equal(b, other)
		}), err == nil
	}
	address, err := netip.ParseAddr(value)
	return onLiteral(func(text string) bool {
		r, ok := ParseRange(text)
		return ok && r.Contains(address)
	}), err == nil
}

// onLiteral returns a comparer of values all of which is known. Variables stand
// for themselves there.
func onLiteral(fits func(text string) bool) comparer {
	return func(v policy.Value) Answer {
		text, known := v.Literal()
		if !known {
			return Unknown
		}
		return answerIf(fits(text))
	}
}

func (e *evaluation) compareString(o Operator, value string) comparer {
	literal := textPattern(value, o.ignoreCase)
	return func(v policy.Value) Answer {
		return e.compileText(v, o.Glob, o.ignoreCase).matches(literal)
	}
}

// compileText returns the pattern of a value of a string operator.
func (e *evaluation) compileText(v policy.Value, glob, ignoreCase bool) *Pattern {
	p := &Pattern{}
	p.compile(v, e.modern, e.known)
	for i, t := range p.tokens {
		switch {
		case !glob && t == anyRun:
			p.tokens[i] = '*'
		case !glob && t == anyOne:
			p.tokens[i] = '?'
		case ignoreCase:
			p.tokens[i] = fold(t)
		}
	}
	p.anyCase = ignoreCase
	return p.normalize()
}

func textPattern(text string, ignoreCase bool) *Pattern {
	p := &Pattern{tokens: literalTokens(text), anyCase: ignoreCase}
	if ignoreCase {
		for i, t := range p.tokens {
			p.tokens[i] = fold(t)
		}
	}
	return p
}

// compareARN compares field by field; case counts in all of them.
func (e *evaluation) compareARN(value string) (comparer, bool) {
	literal := textPattern(value, false)
	return func(v policy.Value) Answer {
		p, ok := e.compileARN(v)
		if !ok {
			return No
		}
		return p.matches(literal)
	}, arnFields(value) != nil
}

// compileARN returns the pattern of a value of an ARN operator. It is not ok if
// it can match no ARN.
func (e *evaluation) compileARN(v policy.Value) (*Pattern, bool) {
	if v.AllWildcard() {
		return everything(), true
	}
	p := &Pattern{}
	p.compile(v, e.modern, e.known)
	p.separate(false)
	p.normalize()
	return p, p.shape != unclear || len(p.symbols) > 0
}

func (r relation) holds(order int) bool {
	switch r {
	case less:
		return order < 0
	case lessOrEqual:
		return order <= 0
	case greater:
		return order > 0
	case greaterOrEqual:
		return order >= 0
	}
	return order == 0
}

// maxNumber is how many characters a number is read of. AWS documents no
// bound; no key holds such a number.
const maxNumber = 64

func parseNumber(text string) (*big.Rat, bool) {
	if len(text) == 0 || len(text) > maxNumber || strings.Trim(text, "+-.0123456789") != "" {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

func isBool(text string) bool {
	return strings.EqualFold(text, "true") || strings.EqualFold(text, "false")
}
