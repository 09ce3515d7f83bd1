package access

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/policy"
)

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
// two of them apart. Every seventeenth pair is, to save time.
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
		for j := i % 17; j < len(patterns); j += 17 {
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
	for range 2000 {
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
	for range 400 {
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
