package access

import (
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
)

// An actionTable knows which of the catalog's actions patterns match.
type actionTable struct {
	catalog *catalog.Catalog
	every   actionBits
	telling []int // of [tellingActions], those that there are

	mu    sync.RWMutex
	known map[string]actionBits // of patterns with wildcards
}

// maxKnownPatterns bounds how many patterns are remembered. AWS's managed
// policies have some thousand.
const maxKnownPatterns = 1 << 13

var actionTables sync.Map // by *catalog.Catalog

func actionTableOf(c *catalog.Catalog) *actionTable {
	if t, ok := actionTables.Load(c); ok {
		return t.(*actionTable)
	}
	t := &actionTable{catalog: c, known: map[string]actionBits{}}
	_, n := c.Count()
	t.every.set(0, n)
	for _, name := range tellingActions {
		if i, ok := c.IndexOf(name); ok {
			t.telling = append(t.telling, i)
		}
	}
	actual, _ := actionTables.LoadOrStore(c, t)
	return actual.(*actionTable)
}

// add adds the actions that the pattern matches to b. It returns whether the
// pattern may also match actions that are not in the catalog.
func (t *actionTable) add(b *actionBits, pattern string) (beyond bool) {
	if !strings.ContainsAny(pattern, "*?") {
		i, ok := t.catalog.IndexOf(pattern)
		if ok {
			b.set(i, i+1)
		}
		return !ok
	}
	b.add(t.matching(pattern))
	return true
}

func (t *actionTable) matching(pattern string) actionBits {
	if strings.Trim(pattern, "*") == "" || pattern == "*:*" {
		return t.every
	}
	t.mu.RLock()
	b, ok := t.known[pattern]
	t.mu.RUnlock()
	if ok {
		return b
	}
	prefix, name, _ := strings.Cut(pattern, ":")
	switch {
	case strings.Trim(name, "*") == "" && name != "":
		for _, s := range t.catalog.ServicesLike(prefix) {
			b.set(s.First(), s.First()+s.Count())
		}
	default:
		for _, a := range t.expand(pattern) {
			i := a.Index()
			b.set(i, i+1)
		}
	}
	t.mu.Lock()
	if len(t.known) < maxKnownPatterns {
		t.known[pattern] = b
	}
	t.mu.Unlock()
	return b
}

// expand returns the actions that a pattern with wildcards matches. One without
// a colon may match the colon with a wildcard.
func (t *actionTable) expand(pattern string) []*catalog.Action {
	if strings.Contains(pattern, ":") {
		return t.catalog.Expand(pattern)
	}
	p := actionPattern(pattern)
	var list []*catalog.Action
	for i := range t.catalog.Services() {
		s := &t.catalog.Services()[i]
		if p.Overlaps(actionPattern(s.Prefix()+":*")) == No {
			continue
		}
		for j := range s.Actions() {
			if a := &s.Actions()[j]; p.MatchesAction(a.FullName()) == Yes {
				list = append(list, a)
			}
		}
	}
	return list
}
