package rules

import (
	"strings"
	"sync"
	"sync/atomic"

	"github.com/iamlint/iamlint/catalog"
)

// knownActions remembers what actions and patterns stand for: policies name the
// same ones again and again. It is safe for concurrent use.
type knownActions struct {
	byText sync.Map // of changes, by text
	count  atomic.Int64
}

// maxKnown keeps hostile input from filling the memory.
const maxKnown = 1 << 15

// changes returns what [changesOf] does if nothing is denied.
func (k *knownActions) changes(c *catalog.Catalog, pattern string) changes {
	if e, ok := k.byText.Load(pattern); ok {
		return e.(changes)
	}
	e := changesOf(c, pattern, nil)
	if k.count.Add(1) <= maxKnown {
		k.byText.Store(strings.Clone(pattern), e) // not to keep the file
	}
	return e
}
