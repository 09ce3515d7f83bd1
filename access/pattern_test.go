package access

import (
	"fmt"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/policy"
)

func action(text string) *Pattern { return actionPattern(text) }

// resource returns a pattern of a modern document; {name} is a hole that may
// hold anything, {name:} one that is a name.
func resource(text string) *Pattern {
	var plain strings.Builder
	var holes []policy.Hole
	for {
		before, rest, ok := strings.Cut(text, "{")
		if !ok || strings.HasSuffix(before, "$") {
			break
		}
		id, after, _ := strings.Cut(rest, "}")
		plain.WriteString(before)
		form := policy.AnyForm
		if name, ok := strings.CutSuffix(id, ":"); ok {
			id, form = name, policy.NameForm
		}
		holes = append(holes, policy.Hole{At: plain.Len(), ID: id, Expr: id, Form: form})
		text = after
	}
	plain.WriteString(text)
	return ResourcePattern(policy.NewValue(policy.Span{}, plain.String(), holes...), true)
}

func TestIn(t *testing.T) {
	const b = "arn:aws:s3:::b"
	tests := []struct {
		p    *Pattern
		qs   []*Pattern
		want Answer
	}{
		{action("s3:GetObject"), []*Pattern{action("S3:get*")}, Yes},
		{action("s3:Get*"), []*Pattern{action("s3:GetObject")}, No},
		{action("*"), []*Pattern{action("*:*")}, Yes},
		{action("s3:*Object"), []*Pattern{action("s3:Get*"), action("s3:Put*")}, No},
		{action("s3:?*"), []*Pattern{action("s3:*?")}, Yes},
		{action("s3:*"), []*Pattern{action("s3:?*")}, No},
		{action("s3:*"), []*Pattern{action("s3:?*"), action("s3:")}, Yes}, // only both together
		{action("s3:*"), []*Pattern{action("s3:"), action("s3:?"), action("s3:??*")}, Yes},

		// A wildcard in front of the resource stays in its field.
		{resource("arn:aws:iam::111122223333:role/a"), []*Pattern{resource("arn:aws:iam::*:role/*")}, Yes},
		{resource("arn:aws:iam::1:role/a:b"), []*Pattern{resource("arn:aws:iam::*:b")}, No},
		{resource("arn:aws:logs:*:*:log-group:*"), []*Pattern{resource("arn:aws:logs:*:*:*")}, Yes},
		{resource("arn:aws:logs:*:*:*"), []*Pattern{resource("arn:aws:logs:*:*:log-group:*")}, No},
		{resource("arn:aws:s3:::*"), []*Pattern{resource("*")}, Yes},
		{resource("*"), []*Pattern{resource("arn:*:*:*:*:*")}, No}, // "*" is also the resource of some actions
		{resource("arn:AWS:S3:::b"), []*Pattern{resource(b)}, Yes},
		{resource("arn:aws:s3:::B"), []*Pattern{resource(b)}, No},

		// What a short ARN matches AWS does not say.
		{resource("arn:aws:s3"), []*Pattern{resource("arn:aws:s3:::*")}, Unknown},
		{resource("arn:aws:s3"), []*Pattern{resource("arn:aws:s3")}, Yes},
		{resource("arn:aws:s3"), []*Pattern{resource("*")}, Yes},
		{resource(b), []*Pattern{resource("arn:aws:s3*")}, Unknown},

		// Policy variables are strings of their own, different in each request.
		{resource(b + "/${aws:username}/*"), []*Pattern{resource(b + "/*")}, Yes},
		{resource(b + "/${aws:username}/x"), []*Pattern{resource(b + "/${AWS:UserName}/*")}, Yes},
		{resource(b + "/${aws:username}"), []*Pattern{resource(b + "/${aws:userid}")}, No},
		{resource(b + "/${aws:username}"), []*Pattern{resource(b + "/alice")}, No},
		{resource(b + "/alice"), []*Pattern{resource(b + "/${aws:username}")}, No},
		{resource(b + "/${*}"), []*Pattern{resource(b + "/?")}, Yes},
		{resource(b + "/*"), []*Pattern{resource(b + "/${*}")}, No},
		{resource("arn:aws:iam::${aws:PrincipalAccount}:user/x"), []*Pattern{resource("arn:aws:iam::*:user/*")}, Yes},

		// Holes are strings of which nothing is known but that they are the same.
		{resource("arn:aws:s3:::{b:}/x"), []*Pattern{resource("arn:aws:s3:::{b:}/*")}, Yes},
		{resource("arn:aws:s3:::{b:}/x"), []*Pattern{resource("arn:aws:s3:::{c:}/*")}, Unknown},
		{resource("arn:aws:s3:::{b:}/x"), []*Pattern{resource("arn:aws:sqs:::*")}, No},
		{resource("arn:aws:s3:::{b:}/x"), []*Pattern{resource("arn:aws:s3:::*")}, Yes},
		{resource("arn:aws:s3:::*"), []*Pattern{resource("arn:aws:s3:::{b:}")}, Unknown},
		{resource("{b}/x"), []*Pattern{resource("{b}/*")}, Yes},
		{resource("{b}/x"), []*Pattern{resource("{c}/*")}, Unknown},
		{resource("{b}/x"), []*Pattern{resource("arn:aws:s3:::*")}, Unknown},
		{resource("{b}"), []*Pattern{resource("{b}*")}, Yes},
		{resource("{}"), []*Pattern{resource("{}")}, Unknown},
		{resource("arn:aws:iam::{a}:role/x"), []*Pattern{resource("arn:aws:iam::*:role/*")}, Unknown}, // a may be "1:user/y"
		{resource("arn:aws:iam::{a:}:role/x"), []*Pattern{resource("arn:aws:iam::*:role/*")}, Yes},
		{resource("arn:aws:iam::{a:}:role/x"), []*Pattern{resource("arn:aws:iam::*:user/*")}, No},
	}
	for _, tt := range tests {
		if got := tt.p.In(tt.qs...); got != tt.want {
			t.Errorf("%s in %s: %v, want %v", show(tt.p), show(tt.qs...), got, tt.want)
		}
	}
}

// show writes patterns with symbols as <name>.
func show(ps ...*Pattern) string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 {
			b.WriteString(" ∪ ")
		}
		for _, t := range p.tokens {
			switch {
			case t.isRun():
				b.WriteByte('*')
			case t.isOne():
				b.WriteByte('?')
			case t.isSymbol():
				fmt.Fprintf(&b, "<%s>", p.symbols[t.index()].name)
			default:
				b.WriteRune(rune(t))
			}
		}
	}
	return b.String()
}

// Of a document that is not modern, variables are text.
func TestNoVariables(t *testing.T) {
	p := ResourcePattern(policy.NewValue(policy.Span{}, "arn:aws:s3:::b/${aws:username}"), false)
	if got := p.MatchesResource("arn:aws:s3:::b/${aws:username}"); got != Yes {
		t.Errorf("matches its text: %v", got)
	}
	if got := p.MatchesResource("arn:aws:s3:::b/alice"); got != No {
		t.Errorf("matches alice: %v", got)
	}
}

func TestMatchesResource(t *testing.T) {
	tests := []struct {
		pattern, arn string
		want         Answer
	}{
		{"*", "*", Yes},
		{"arn:aws:s3:::*", "*", No},
		{"arn:*", "*", No},
		{"arn:aws:s3:::b/*", "arn:aws:s3:::b/x/y:z", Yes},
		{"arn:aws:s3:::b/?", "arn:aws:s3:::b/é", Yes},
		{"arn:aws:s3:::b/?", "arn:aws:s3:::b/", No},
		{"arn:aws:ec2:us-*:*:*/*", "arn:aws:ec2:us-east-1:1:instance/i", Yes},
		{"arn:aws:ec2:*:instance/*", "arn:aws:ec2:us-east-1:1:instance/i", Unknown},
		{"arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/alice", Unknown},
		{"arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::c/alice", No},
		{"arn:aws:s3:::{b:}/*", "arn:aws:s3:::x/y", Unknown},
		{"my-bucket", "my-bucket", Yes},
	}
	for _, tt := range tests {
		if got := resource(tt.pattern).MatchesResource(tt.arn); got != tt.want {
			t.Errorf("%s matches %s: %v, want %v", tt.pattern, tt.arn, got, tt.want)
		}
	}
}

// Patterns made to be slow are answered, if with Unknown.
func TestHostilePatterns(t *testing.T) {
	many := func(s string) *Pattern { return glob(strings.Repeat(s, 5000)) }
	patterns := []*Pattern{many("*a"), many("*a*b"), many("a?*"), many("*?"), many("a"), glob("*" + strings.Repeat("a?", 500) + "b")}
	for _, p := range patterns {
		for _, q := range patterns {
			if p == q && p.In(q) != Yes {
				t.Error("a pattern is not in itself")
			}
			p.In(q)
			p.In(q, patterns[0], glob("?"))
			p.Overlaps(q)
		}
	}
}

func FuzzPatterns(f *testing.F) {
	f.Add("s3:Get*", "s3:*", "s3:GetObject")
	f.Add("arn:aws:s3:::b/*", "*", "arn:aws:s3:::b/${aws:username}")
	f.Add("a?b*", "*?", "a\xffb")
	f.Fuzz(func(t *testing.T, a, b, word string) {
		if len(a) > 20 || len(b) > 20 || len(word) > 20 {
			return
		}
		p, q := glob(a), glob(b)
		if p.In(p) != Yes {
			t.Errorf("%q is not in itself", a)
		}
		if p.In(q) == Yes && p.MatchesAction(strings.ToLower(word)) == Yes && q.MatchesAction(strings.ToLower(word)) != Yes {
			t.Errorf("%q is in %q, but matches %q alone", a, b, word)
		}
		if p.In(q) == Yes && p.Overlaps(q) != Yes {
			t.Errorf("%q is in %q without overlap", a, b)
		}
		for _, text := range []string{a, b, word} {
			v := policy.NewValue(policy.Span{}, text)
			r := ResourcePattern(v, true)
			if r.In(r) == No || ActionPattern(v).In(ActionPattern(v)) != Yes {
				t.Errorf("%q is not in itself", text)
			}
			r.Overlaps(resource("arn:*:s3:::{b}/?*"))
			r.MatchesResource(word)
		}
	})
}
