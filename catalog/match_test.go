package catalog

import (
	"slices"
	"strings"
	"testing"
)

// naiveMatch is matchFold as the documentation of IAM puts it, at exponential cost.
func naiveMatch(pattern, name string) bool {
	switch {
	case pattern == "":
		return name == ""
	case pattern[0] == '*':
		return naiveMatch(pattern[1:], name) || name != "" && naiveMatch(pattern, name[1:])
	case name == "":
		return false
	}
	return (pattern[0] == '?' || strings.EqualFold(pattern[:1], name[:1])) && naiveMatch(pattern[1:], name[1:])
}

func FuzzMatch(f *testing.F) {
	for _, seed := range [][2]string{
		{"", ""}, {"*", ""}, {"?", ""}, {"Get*", "GetObject"}, {"get?bject", "GetObject"}, {"*ab", "aab"},
		{"*a*b*c", "xaybzc"}, {"a**b", "ab"}, {"*?", "a"}, {"?*?", "a"}, {"[a]", "[A]"}, {"a*a*a", "aa"}, {"**?**", "k"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, pattern, name string) {
		if len(pattern) > 12 || len(name) > 12 || !ascii(pattern+name) {
			return
		}
		want := naiveMatch(pattern, name)
		if got := matchFold(pattern, name); got != want {
			t.Errorf("%q matches %q: %v, want %v", pattern, name, got, want)
		}
		if got := matchFold(oneStar(pattern), name); got != want {
			t.Errorf("%q, written %q, matches %q: %v, want %v", pattern, oneStar(pattern), name, got, want)
		}
	})
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// AWS matches bytes: "?" is no whole character, and only ASCII letters have a case.
func TestMatchBytes(t *testing.T) {
	if matchFold("?", "é") || !matchFold("??", "é") || matchFold("É", "é") || matchFold("k", "\u212a") {
		t.Error("more than ASCII is folded, or ? is more than a byte")
	}
}

// Candidates by the start of the name, then matches, must be what matching
// every name gives.
func TestMatchAgreesWithScan(t *testing.T) {
	ec2 := Default().Service("ec2")
	for _, pattern := range []string{"*", "D*", "describe*", "DescribeV*s", "?escribe*", "*Vpc*", "Z*", "CreateVpc", "createvpc?", "", "~*", "!*"} {
		var want []*Action
		actions := ec2.Actions()
		for i := range actions {
			if naiveMatch(pattern, actions[i].Name) {
				want = append(want, &actions[i])
			}
		}
		if got := ec2.Match(pattern); names(got) != names(want) {
			t.Errorf("%q matches %d actions, want %d", pattern, len(got), len(want))
		}
		if got := ec2.MatchAny(pattern); got != (len(want) > 0) {
			t.Errorf("%q matches any: %v", pattern, got)
		}
	}
}

// The time that hostile patterns take is bounded by the names, not by the
// pattern: a product of both would outlast any time limit here.
func TestHostilePatterns(t *testing.T) {
	const size = 1 << 20
	c := Default()
	_, all := c.Count()
	for name, test := range map[string]struct {
		pattern string
		want    int
	}{
		"stars":                 {strings.Repeat("*", size), all},
		"stars and a colon":     {strings.Repeat("*", size) + ":" + strings.Repeat("*", size), all},
		"marks":                 {"*:" + strings.Repeat("?", size), 0},
		"stars and marks":       {"*:" + strings.Repeat("*?", size/2), 0},
		"in the service":        {strings.Repeat("*?", size/2) + ":*", 0},
		"stars and letters":     {"*:" + strings.Repeat("*e", size/2), 0},
		"backtracking":          {"*:" + strings.Repeat("*e*t*", 10) + "?!", 0},
		"a long name":           {"s3:" + strings.Repeat("a", size), 0},
		"a long service":        {strings.Repeat("a", size) + ":*", 0},
		"no colon":              {strings.Repeat("a*", size/2), 0},
		"a name after its star": {"s3:GetObject" + strings.Repeat("*", size), c.Service("s3").countPrefix("GetObject")},
	} {
		if got := len(c.Expand(test.pattern)); got != test.want {
			t.Errorf("%s: expands to %d actions, want %d", name, got, test.want)
		}
		if got := c.ExpandsToAny(test.pattern); got != (test.want > 0) {
			t.Errorf("%s: expands to any is %v", name, got)
		}
	}
	if c.Service(strings.Repeat("s", size)) != nil || c.NearestServices(strings.Repeat("s", size)) != nil || c.NearestActions("s3", strings.Repeat("G", size)) != nil {
		t.Error("a name of a megabyte is found")
	}
}

func (s *Service) countPrefix(prefix string) (n int) {
	for _, a := range s.Actions() {
		if strings.HasPrefix(a.Name, prefix) {
			n++
		}
	}
	return n
}

// Which actions a pattern matches does not depend on how they are looked for.
func TestMatchFindsAll(t *testing.T) {
	patterns := []string{
		"*", "?*", "get*", "Get*Object*", "*object", "*V2", "*2*", "*-*", "*é*", "?????????", "*x?z*", "GETOBJECT", "",
	}
	for _, service := range []string{"s3", "ec2", "iam", "q"} {
		s := Default().Service(service)
		for _, pattern := range patterns {
			var want []*Action
			for i := range s.Actions() {
				if a := &s.Actions()[i]; matchFold(pattern, a.Name) {
					want = append(want, a)
				}
			}
			if got := s.Match(pattern); !slices.Equal(got, want) {
				t.Errorf("%s:%s matches %d actions, want %d", service, pattern, len(got), len(want))
			}
			if got := s.MatchAny(pattern); got != (len(want) > 0) {
				t.Errorf("%s:%s matches any: %v", service, pattern, got)
			}
		}
	}
}
