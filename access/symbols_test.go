package access

import (
	"math/rand"
	"strings"
	"testing"
)

// What is said of patterns with holes holds for whatever the holes are.
func TestHolesStandForAnything(t *testing.T) {
	random := rand.New(rand.NewSource(4))
	const b = "arn:aws:s3:::"
	pick := func() string {
		var s strings.Builder
		for range 1 + random.Intn(4) {
			s.WriteString([]string{"a", "/", "*", "?", "{x}", "{y:}", "ab"}[random.Intn(7)])
		}
		return s.String()
	}
	fill := func(text, x, y string) string { return strings.NewReplacer("{x}", x, "{y:}", y).Replace(text) }
	certain := 0
	for range 4000 {
		p, q := pick(), pick()
		within, common := resource(b+p).In(resource(b+q)), resource(b+p).Overlaps(resource(b+q))
		if within != Unknown && strings.Contains(p+q, "{") {
			certain++
		}
		for _, x := range []string{"", "a", "ab", "*", "a/b", "a:*b"} {
			for _, y := range []string{"a", "zz"} {
				pp, qq := resource(b+fill(p, x, y)), resource(b+fill(q, x, y))
				if got := pp.In(qq); within != Unknown && got != within {
					t.Fatalf("%s in %s: %v, but with %q and %q: %v", p, q, within, x, y, got)
				}
				if got := pp.Overlaps(qq); common != Unknown && got != common {
					t.Fatalf("%s overlaps %s: %v, but with %q and %q: %v", p, q, common, x, y, got)
				}
			}
		}
	}
	if certain < 200 {
		t.Errorf("only %d answers were certain: the test tests little", certain)
	}
}

// If p is in q and q in r, p is in r. That a symbol and "a" are one character at
// least is not seen: there the answer may be unknown.
func TestInIsTransitive(t *testing.T) {
	random := rand.New(rand.NewSource(5))
	pick := func() *Pattern {
		var s strings.Builder
		for range random.Intn(4) {
			s.WriteString([]string{"a", "b", "*", "?", "{x}", "${aws:username}", "*"}[random.Intn(7)])
		}
		return resource("arn:aws:s3:*::" + s.String())
	}
	for range 10000 {
		p, q, r := pick(), pick(), pick()
		if p.In(q) == Yes && q.In(r) == Yes && (p.In(r) == No || p.In(r) == Unknown && !r.ones) {
			t.Fatalf("%s in %s in %s, but not in the last", show(p), show(q), show(r))
		}
	}
}
