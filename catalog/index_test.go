package catalog

import "testing"

// Every action stands at its index.
func TestIndex(t *testing.T) {
	c := Default()
	at := 0
	for i := range c.Services() {
		s := &c.Services()[i]
		if s.First() != at {
			t.Fatalf("%s starts at %d, want %d", s.Prefix(), s.First(), at)
		}
		for j := range s.Actions() {
			a := &s.Actions()[j]
			if a.Index() != at || c.ActionAt(at) != a {
				t.Fatalf("%s has index %d and stands at %d", a.FullName(), a.Index(), at)
			}
			if i, ok := c.IndexOf(a.FullName()); i != at || !ok {
				t.Fatalf("%s is found at %d, want %d", a.FullName(), i, at)
			}
			at++
		}
	}
	if _, ok := c.IndexOf("s3:NoSuch"); ok {
		t.Error("s3:NoSuch has an index")
	}
	if _, n := c.Count(); at != n {
		t.Errorf("%d actions, want %d", at, n)
	}
}

func TestServicesLike(t *testing.T) {
	c := Default()
	for pattern, want := range map[string]int{"s3": 1, "S3": 1, "nosuch": 0, "s3-o*": 2, "*": len(c.Services())} {
		if got := len(c.ServicesLike(pattern)); got != want {
			t.Errorf("%s: %d services, want %d", pattern, got, want)
		}
	}
}
