package access

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// lawSeed is where the random documents of these tests start from.
const lawSeed = 20261125

// A writer writes random statements that overlap a lot.
type writer struct{ *rand.Rand }

func (w writer) one(list ...string) string { return list[w.Intn(len(list))] }

func (w writer) some(n int, list ...string) []string {
	var chosen []string
	for range 1 + w.Intn(n) {
		chosen = append(chosen, w.one(list...))
	}
	return chosen
}

func valuesOf(texts []string) policy.List {
	l := policy.List{}
	for _, t := range texts {
		l.Values = append(l.Values, policy.NewValue(policy.Span{}, t))
	}
	return policy.NewList(l)
}

var (
	lawActions = []string{
		"s3:GetObject", "s3:Get*", "s3:*", "S3:PUTOBJECT", "s3:PutObject", "s3:ListBucket", "s3:GetObject?*", "*",
		"sqs:SendMessage", "sqs:*", "ec2:StartInstances", "ec2:Describe*", "s3:ListAllMyBuckets", "*:Get*", "s3:NoSuch",
	}
	lawResources = []string{
		"*", "arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:aws:s3:::b/a*", "arn:aws:s3:::b/*a", "arn:aws:s3:::b/?", "arn:aws:s3:::*",
		"arn:aws:s3:::b*", "arn:aws:s3:::b/logs/*", "arn:aws:sqs:*:111122223333:q*", "arn:aws:sqs:us-east-?:*:q", "arn:*:*:*:*:*",
		"arn:aws:s3:::b/A*", "arn:aws:ec2:*:*:instance/*", "arn:aws:s3:::${aws:username}/*", "arn:aws:s3:::b/${aws:username}",
	}
	lawKeys = map[string][]string{
		"aws:SourceVpce":      {"vpce-1", "vpce-2", "vpce-*", "vpce-?", "VPCE-1", "*"},
		"aws:SecureTransport": {"true", "false", "True"},
		"aws:SourceIp":        {"10.0.0.0/8", "10.1.0.0/16", "203.0.113.7", "0.0.0.0/0", "2001:db8::/32", "::/0", "no address"},
		"s3:max-keys":         {"10", "100", "10.5", "-1"},
		"aws:CurrentTime":     {"2026-01-01T00:00:00Z", "2026-06-01", "1780000000"},
		"aws:TagKeys":         {"a", "b", "a*", "?", ""},
		"aws:PrincipalArn":    {"arn:aws:iam::111122223333:role/*", "arn:aws:iam::111122223333:role/a*", "arn:aws:iam::*:role/admin", "*"},
	}
	lawOperators = map[string][]string{
		"aws:SourceVpce":      {"StringEquals", "StringLike", "StringEqualsIgnoreCase", "StringNotEquals", "StringNotLike", "StringEqualsIfExists", "Null"},
		"aws:SecureTransport": {"Bool", "StringEquals", "BoolIfExists", "Null"},
		"aws:SourceIp":        {"IpAddress", "NotIpAddress", "IpAddressIfExists", "NotIpAddressIfExists"},
		"s3:max-keys":         {"NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEqualsIfExists"},
		"aws:CurrentTime":     {"DateLessThan", "DateGreaterThan", "DateEquals", "DateNotEquals", "DateGreaterThanEquals"},
		"aws:TagKeys": {"ForAllValues:StringEquals", "ForAnyValue:StringEquals", "ForAllValues:StringLike", "ForAnyValue:StringLike",
			"ForAllValues:StringNotEquals", "ForAnyValue:StringNotEquals", "StringEquals", "Null"},
		"aws:PrincipalArn": {"ArnLike", "ArnNotLike", "ArnEquals", "StringLike", "ArnLikeIfExists"},
	}
	lawKeyNames = []string{"aws:SourceVpce", "aws:SecureTransport", "aws:SourceIp", "s3:max-keys", "aws:CurrentTime", "aws:TagKeys", "aws:PrincipalArn"}
	lawWho      = []string{
		"*", "111122223333", "arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:user/u",
		"arn:aws:sts::111122223333:assumed-role/a/s", "444455556666",
	}
)

// statement returns a random statement, with principals if it is for a resource.
func (w writer) statement(resource bool) *policy.Statement {
	s := &policy.Statement{Effect: policy.Allow}
	if w.Intn(3) == 0 {
		s.Effect = policy.Deny
	}
	if actions := valuesOf(w.some(3, lawActions...)); w.Intn(6) == 0 {
		s.NotAction = actions
	} else {
		s.Action = actions
	}
	if resources := valuesOf(w.some(3, lawResources...)); w.Intn(6) == 0 {
		s.NotResource = resources
	} else {
		s.Resource = resources
	}
	if resource {
		s.Principal = policy.NewPrincipals(policy.Principals{Sets: []policy.PrincipalSet{{
			Type: policy.NewValue(policy.Span{}, "AWS"), List: valuesOf(w.some(2, lawWho...)),
		}}})
	}
	var entries []policy.Condition
	for range w.Intn(3) {
		key := w.one(lawKeyNames...)
		operator := w.one(lawOperators[key]...)
		values := w.some(2, lawKeys[key]...)
		if operator == "Null" {
			values = w.some(1, "true", "false")
		}
		entries = append(entries, policy.Condition{
			Operator: policy.NewValue(policy.Span{}, operator), Variable: policy.NewValue(policy.Span{}, key), List: valuesOf(values),
		})
	}
	if len(entries) > 0 {
		s.Condition = policy.NewConditions(policy.Conditions{Entries: entries})
	}
	return s
}

func (w writer) document(n int, resource bool) *policy.Document {
	version := policy.NewValue(policy.Span{}, "2012-10-17")
	d := &policy.Document{Kind: policy.Identity, Version: &version}
	if resource {
		d.Kind = policy.Resource
	}
	for i := range n {
		s := w.statement(resource)
		s.Index = i
		d.Statements = append(d.Statements, s)
	}
	return d
}

// near returns a text that a pattern matches, or nearly matches.
func (w writer) near(pattern string) string {
	var b strings.Builder
	for _, c := range pattern {
		switch {
		case c == '*':
			b.WriteString(w.one("", "a", "x", "logs/x", "us-east-1", "a:b", "xa", "A", "true"))
		case c == '?':
			b.WriteString(w.one("a", "1", "x", "", "xy"))
		case w.Intn(40) == 0:
			b.WriteString(w.one("", "x", string(c)+string(c), strings.ToUpper(string(c))))
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// request returns a random request that the statement nearly matches.
func (w writer) request(s *policy.Statement, resource bool) *Request {
	actions, _ := s.Actions()
	resources, _ := s.Resources()
	pick := func(l policy.List, others []string) string {
		if w.Intn(5) == 0 {
			return w.one(others...)
		}
		return l.Values[w.Intn(len(l.Values))].Text()
	}
	r := &Request{Action: w.near(pick(actions, lawActions)), Resource: w.near(pick(resources, lawResources)), Context: map[string][]string{}}
	if w.Intn(4) == 0 {
		r.Action = w.one("s3:GetObject", "s3:PutObject", "sqs:SendMessage", "ec2:StartInstances", "s3:ListAllMyBuckets", "iam:GetRole", "s3:GetObjectAcl")
	}
	if w.Intn(8) == 0 {
		r.Resource = "*"
	}
	if user := w.one("", "u", "a", "*"); user != "" {
		r.Context["aws:username"] = []string{user}
		r.Resource = strings.ReplaceAll(r.Resource, "${aws:username}", user)
	}
	for _, key := range lawKeyNames {
		if w.Intn(3) == 0 {
			continue
		}
		n := 1
		if key == "aws:TagKeys" {
			n = w.Intn(3)
		}
		values := []string{}
		for range n {
			v := w.near(w.one(lawKeys[key]...))
			switch key { // what their type allows
			case "aws:SourceIp":
				v = w.one("10.0.0.1", "10.1.2.3", "203.0.113.7", "203.0.113.8", "2001:db8::1", "2001:db9::1")
			case "aws:SecureTransport":
				v = w.one("true", "false")
			case "s3:max-keys":
				v = w.one("-2", "-1", "0", "10", "10.25", "10.5", "11", "100", "101")
			case "aws:CurrentTime":
				v = w.one("2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-06-01T00:00:01Z", "2026-12-01T00:00:00Z", "1780000000")
			}
			values = append(values, v)
		}
		r.Context[key] = values
	}
	if resource {
		r.Principal = w.one("*", "arn:aws:iam::111122223333:user/u", "arn:aws:iam::111122223333:user/v", "arn:aws:sts::111122223333:assumed-role/a/s",
			"arn:aws:sts::111122223333:assumed-role/a/t", "arn:aws:iam::444455556666:user/u", "arn:aws:iam::555566667777:user/u", "lambda.amazonaws.com")
	}
	return r
}

// has says whether the request is in the box.
func (b *box) has(r *Request) bool {
	if b.none {
		return false
	}
	for _, d := range b.demands {
		in := true
		switch {
		case d.actions != nil:
			if a := catalog.Default().Action(r.Action); a != nil {
				in = d.actions.known.has(a.Index())
			} else {
				in = d.actions.beyond.matchesOneOf(literalAction(r.Action))
			}
		case d.resources != nil:
			if in = d.resources.star; r.Resource != "*" {
				in = d.resources.matchesOneOf(literalResource(r.Resource))
			}
		case d.principals != nil:
			c, _ := parseCaller(r.Principal)
			in = d.principals.has(who{caller: c})
		default:
			values, ok := r.Context[d.key.written]
			if !ok {
				values = nil
			}
			in = d.key.has(values)
		}
		if !in {
			return false
		}
	}
	return true
}

func (s *textSet) matchesOneOf(literal *Pattern) bool {
	return slices.ContainsFunc(s.patterns, func(p *Pattern) bool { return p.matches(literal) == Yes }) != s.not
}

func (w writer) describe(d *policy.Document) string {
	var b strings.Builder
	for _, s := range d.Statements {
		actions, notAction := s.Actions()
		resources, notResource := s.Resources()
		fmt.Fprintf(&b, "%v not:%v %v not:%v %v", s.Effect, notAction, actions.Values, notResource, resources.Values)
		for _, set := range s.Principal.Sets {
			fmt.Fprintf(&b, " by %v", set.Values)
		}
		for i := range s.Condition.Entries {
			e := &s.Condition.Entries[i]
			fmt.Fprintf(&b, " if %s %s %v", e.Operator.Text(), e.Variable.Text(), e.Values)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Whether a request is in a statement's box is what the evaluator says, but for
// policy variables, whose value boxes leave open.
func TestBoxesAgreeWithTheEvaluator(t *testing.T) {
	w := writer{rand.New(rand.NewSource(lawSeed))}
	table := actionTableOf(catalog.Default())
	requests, matching := 0, 0
	for range 2000 {
		resource := w.Intn(2) == 0
		d := w.document(1, resource)
		s := d.Statements[0]
		if strings.Contains(w.describe(d), "${") {
			continue
		}
		b := newCompiler(table, d).box(s, covers)
		for range 50 {
			r := w.request(s, resource)
			requests++
			got, want := b.has(r), newEvaluation(d, r, nil).matches(s)
			if want == Unknown {
				continue
			}
			if want == Yes {
				matching++
			}
			if got != (want == Yes) {
				t.Fatalf("%+v in the box: %v, the evaluator says %v\n%s", *r, got, want, w.describe(d))
			}
		}
	}
	t.Logf("%d requests, %d of them match", requests, matching)
}

// What is covered is: no request of a statement that others cover is in none of
// them. What is not has a witness, unless no request of it is possible.
func TestCoversAgreeWithTheEvaluator(t *testing.T) {
	w := writer{rand.New(rand.NewSource(lawSeed + 1))}
	covered, shown, unshown := 0, 0, 0
	for range 4000 {
		resource := w.Intn(3) == 0
		d := w.document(2+w.Intn(3), resource)
		a := NewAnalysis(catalog.Default(), d)
		for _, s := range d.Statements {
			by := a.Cover(s)
			shadow := a.Shadow(s)
			for range 30 {
				r := w.request(s, resource)
				e := newEvaluation(d, r, nil)
				if e.matches(s) != Yes {
					continue
				}
				for _, list := range [][]*policy.Statement{by, shadow} {
					if list == nil || !a.possibleRequest(r) {
						continue
					}
					covered++
					if !slices.ContainsFunc(list, func(o *policy.Statement) bool { return e.matches(o) == Yes }) {
						t.Fatalf("%+v matches statement %d, and none of %v that cover it\n%s", *r, s.Index, indexes(list), w.describe(d))
					}
				}
			}
			if s.Effect != policy.Allow {
				continue
			}
			r := a.Witness(s, "*")
			switch {
			case r == nil:
				unshown++
			case Decide(d, r) != Allowed || shadow != nil:
				t.Fatalf("%+v is shown for statement %d, shadowed by %v; the evaluator says %v\n%s", *r, s.Index, indexes(shadow), Decide(d, r), w.describe(d))
			default:
				shown++
			}
		}
	}
	t.Logf("%d requests covered, %d witnesses, %d statements without", covered, shown, unshown)
	if covered < 1000 || shown < 1000 {
		t.Error("the test tests little")
	}
}

func indexes(list []*policy.Statement) []int {
	var n []int
	for _, s := range list {
		n = append(n, s.Index)
	}
	return n
}

// possibleRequest says whether the action can be asked for on the resource.
func (a *Analysis) possibleRequest(r *Request) bool {
	action := catalog.Default().Action(r.Action)
	if action == nil {
		return true
	}
	x, _ := a.ask()
	for format := range x.forms(action) {
		switch format {
		case "":
			return true
		case "*":
			if r.Resource == "*" {
				return true
			}
		default:
			p := formPattern(format)
			if p.MatchesResource(r.Resource) == Yes && (!p.equal(anyBucket) || anyObject.MatchesResource(r.Resource) == No) {
				return true
			}
		}
	}
	return false
}
