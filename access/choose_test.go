package access_test

import (
	"fmt"
	"math/rand"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// A chooser makes random choices, the same for the same seed.
type chooser struct{ *rand.Rand }

func newChooser(seed int64) chooser { return chooser{rand.New(rand.NewSource(seed))} }

// some returns one or two of the values, as [statement] takes them, sometimes
// negated.
func (c chooser) some(values ...string) string {
	list := values[c.Intn(len(values))]
	if c.Intn(2) == 0 {
		list += " " + values[c.Intn(len(values))]
	}
	if c.Intn(4) == 0 {
		list = "!" + list
	}
	return list
}

// source writes a document in short.
func source(d *policy.Document) string {
	var b strings.Builder
	for _, s := range d.Statements {
		actions, notAction := s.Actions()
		resources, notResource := s.Resources()
		fmt.Fprintf(&b, "%s not:%v %v not:%v %v\n", s.Effect, notAction, actions.Values, notResource, resources.Values)
	}
	return b.String()
}
