package access

import (
	"fmt"
	"math/rand"
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

// words returns all strings over the alphabet up to a length.
func words(alphabet string, length int) []string {
	list := []string{""}
	for from := 0; length > 0; length-- {
		to := len(list)
		for _, w := range list[from:to] {
			for _, c := range alphabet {
				list = append(list, w+string(c))
			}
		}
		from = to
	}
	return list
}

// globMatches is the naive reference.
func globMatches(glob, text string) bool {
	if glob == "" {
		return text == ""
	}
	switch glob[0] {
	case '*':
		return globMatches(glob[1:], text) || text != "" && globMatches(glob, text[1:])
	case '?':
		return text != "" && globMatches(glob[1:], text[1:])
	}
	return text != "" && text[0] == glob[0] && globMatches(glob[1:], text[1:])
}

// glob returns a pattern that is neither an action nor an ARN.
func glob(text string) *Pattern {
	p := &Pattern{}
	p.compile(policy.NewValue(policy.Span{}, text), false, nil)
	return p.normalize()
}

// Pairs of patterns up to length 4 over a, b, * and ? are compared with all
// words up to length 6 over a, b and a letter in neither: enough to tell any
// two of them apart. Every seventh pair is, to save time.
func TestInAgainstAllWords(t *testing.T) {
	universe := words("abc", 6)
	globs := words("ab*?", 4)
	patterns := make([]*Pattern, len(globs))
	matched := make([][]uint64, len(globs))
	for i, g := range globs {
		patterns[i] = glob(g)
		matched[i] = make([]uint64, len(universe)/64+1)
		for j, w := range universe {
			if globMatches(g, w) {
				matched[i][j/64] |= 1 << (j % 64)
			}
			if j%17 == 0 && (patterns[i].MatchesAction(w) == Yes) != globMatches(g, w) {
				t.Fatalf("%s matches %s: want %v", g, w, globMatches(g, w))
			}
		}
	}
	for i, p := range patterns {
		for j := i % 7; j < len(patterns); j += 7 {
			q := patterns[j]
			within, common := Yes, No
			for k, bits := range matched[i] {
				if bits&^matched[j][k] != 0 {
					within = No
				}
				if bits&matched[j][k] != 0 {
					common = Yes
				}
			}
			if got := p.In(q); got != within {
				t.Fatalf("%s in %s: %v, want %v", globs[i], globs[j], got, within)
			}
			if got := p.Overlaps(q); got != common {
				t.Fatalf("%s overlaps %s: %v, want %v", globs[i], globs[j], got, common)
			}
		}
	}
}

// Unions of three patterns, and which of them match the same word, against all
// words.
func TestUnionsAgainstAllWords(t *testing.T) {
	universe := words("abc", 5)
	random := rand.New(rand.NewSource(1))
	pick := func() string {
		var b strings.Builder
		for range random.Intn(4) {
			b.WriteByte("ab*??"[random.Intn(5)])
		}
		return b.String()
	}
	for range 5000 {
		p, qs := pick(), []string{pick(), pick(), pick()}
		within := Yes
		combinations := map[string]bool{}
		for _, w := range universe {
			if !globMatches(p, w) {
				continue
			}
			var accepted []int
			for i, q := range qs {
				if globMatches(q, w) {
					accepted = append(accepted, i)
				}
			}
			if accepted == nil {
				within = No
			}
			combinations[fmt.Sprint(accepted)] = true
		}
		patterns := []*Pattern{glob(qs[0]), glob(qs[1]), glob(qs[2])}
		if got := glob(p).In(patterns...); got != within {
			t.Fatalf("%q in %q: %v, want %v", p, qs, got, within)
		}
		left := maxSteps
		explored := map[string]bool{}
		explore(glob(p), patterns, &left, func(accepted []int) bool {
			explored[fmt.Sprint(accepted)] = true
			return true
		})
		if fmt.Sprint(explored) != fmt.Sprint(combinations) {
			t.Fatalf("%q with %q: %v, want %v", p, qs, explored, combinations)
		}
	}
}

// Containment of ARN patterns, field by field, against random ARNs.
func TestARNsAgainstFields(t *testing.T) {
	random := rand.New(rand.NewSource(2))
	field := func(letters string, n int) string {
		var b strings.Builder
		for range random.Intn(n + 1) {
			b.WriteByte(letters[random.Intn(len(letters))])
		}
		return b.String()
	}
	pattern := func() []string { return []string{field("a*?", 2), field("a*", 2), field("ab:*?", 3)} }
	text := func(f []string) string { return "arn:aws:" + f[0] + ":" + f[1] + "::" + f[2] }
	matches := func(p, w []string) bool {
		return globMatches(p[0], w[0]) && globMatches(p[1], w[1]) && globMatches(p[2], w[2])
	}
	var universe [][]string
	for _, a := range words("ax", 2) {
		for _, b := range words("ax", 2) {
			for _, c := range words("ab:x", 3) {
				universe = append(universe, []string{a, b, c})
			}
		}
	}
	for range 1500 {
		p, q, r := pattern(), pattern(), pattern()
		within, common := Yes, No
		for _, w := range universe {
			switch {
			case !matches(p, w):
			case !matches(q, w) && !matches(r, w):
				within = No
			case matches(q, w):
				common = Yes
			}
		}
		if got := resource(text(p)).In(resource(text(q)), resource(text(r))); got != within {
			t.Fatalf("%s in %s, %s: %v, want %v", text(p), text(q), text(r), got, within)
		}
		if got := resource(text(p)).Overlaps(resource(text(q))); got != common {
			t.Fatalf("%s overlaps %s: %v, want %v", text(p), text(q), got, common)
		}
	}
}

// Patterns made to be slow are answered, if with Unknown.
func TestHostilePatterns(t *testing.T) {
	many := func(s string) *Pattern { return glob(strings.Repeat(s, 20000)) }
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
