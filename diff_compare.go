package iamlint

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A comparison of two sides.
type comparison struct {
	catalog  *catalog.Catalog
	old, new *inventory
	done     map[string]bool // policies that were compared with their holders
	result   Difference

	unchanged unchanged
}

// compareHolders compares users and roles whose policies all are known on both
// sides: moving a statement from one policy to another changes nothing.
func (c *comparison) compareHolders() {
	c.done = map[string]bool{}
	apart := map[string]bool{} // policies that others have too
	for _, name := range union(c.old.holders, c.new.holders) {
		before, inOld := c.old.holders[name]
		after, inNew := c.new.holders[name]
		for _, n := range slices.Concat(before.names, after.names) {
			if inOld && inNew {
				c.done[n] = true
			} else {
				apart[n] = true
			}
		}
	}
	for n := range apart {
		delete(c.done, n)
	}
	c.keepAttachedElsewhere()
	for _, name := range union(c.old.holders, c.new.holders) {
		before, inOld := c.old.holders[name]
		after, inNew := c.new.holders[name]
		if inOld && inNew && !c.same(name) {
			c.compare(name, before.grants, after.grants)
		}
	}
}

// keepAttachedElsewhere has policies compared by name too that something else than
// the known users and roles has, or that nothing is known to have.
func (c *comparison) keepAttachedElsewhere() {
	for _, side := range []*inventory{c.old, c.new} {
		counts := map[string]int{}
		for _, h := range side.holders {
			for _, n := range h.names {
				counts[n]++
			}
		}
		for name, d := range side.policies {
			if c.done[name] && len(d.AttachedTo) != counts[name] {
				delete(c.done, name)
			}
		}
	}
}

// comparePolicies compares the other policies by name.
func (c *comparison) comparePolicies() {
	for _, name := range union(c.old.policies, c.new.policies) {
		before, after := c.old.policies[name], c.new.policies[name]
		if c.done[name] || c.same(name) || before == nil && c.old.mayHide(c.new, name) || after == nil && c.new.mayHide(c.old, name) {
			continue
		}
		if before != nil && after != nil && before.Kind != after.Kind && before.Guessed && after.Guessed {
			after.Kind = before.Kind
		}
		c.compare("", grantsOfOne(before), grantsOfOne(after))
	}
}

// same says whether what has the name is read from the same files on both sides.
func (c *comparison) same(name string) bool {
	before, after := c.old.scopes[name], c.new.scopes[name]
	return before != nil && after != nil && c.unchanged.scope(before, c.old) && c.unchanged.scope(after, c.new)
}

func grantsOfOne(d *policy.Document) access.Grants {
	if d == nil {
		return access.Grants{}
	}
	return access.Grants{Policies: []*policy.Document{d}}
}

func union[V any](a, b map[string]V) []string {
	names := maps.Clone(a)
	if names == nil {
		names = map[string]V{}
	}
	maps.Copy(names, b)
	return slices.Sorted(maps.Keys(names))
}

// compare adds what changed between two sets of policies.
func (c *comparison) compare(principal string, before, after access.Grants) {
	more, answer := access.More(c.catalog, before, after)
	c.result.New = append(c.result.New, c.changes(principal, more, c.new)...)
	c.result.Verdict = worse(c.result.Verdict, answer)
	less, _ := access.More(c.catalog, after, before)
	c.result.Lost = append(c.result.Lost, c.changes(principal, less, c.old)...)
}

// worse returns the verdict on both: more access first, then what is not known.
func worse(a, b access.Answer) access.Answer {
	switch {
	case a == access.Yes || b == access.Yes:
		return access.Yes
	case a == access.Unknown || b == access.Unknown:
		return access.Unknown
	}
	return access.No
}

func (c *comparison) changes(principal string, list []access.Growth, side *inventory) []Change {
	changes := make([]Change, len(list))
	for i, g := range list {
		changes[i] = Change{Growth: g, Principal: principal, Report: side.report, Shown: side.shown}
		if g.Policy != nil {
			changes[i].Policy = side.name(g.Policy)
		}
	}
	return changes
}

// name returns the policy's name, that of its text.
func (inv *inventory) name(d *policy.Document) string {
	for name, other := range inv.policies {
		if other == d {
			return name
		}
	}
	return d.Name
}

// compareProblems adds what could not be read on either side. The same file on
// both sides is the same, whatever is in it.
func (c *comparison) compareProblems() {
	before, after := c.old.unreadable(), c.new.unreadable()
	for _, path := range union(before, after) {
		p, inNew := after[path]
		side := c.new
		if !inNew {
			p, side = before[path], c.old
		}
		if q, inOld := before[path]; inNew && inOld && p.text != nil && bytes.Equal(p.text, q.text) {
			continue
		}
		c.result.Verdict = worse(c.result.Verdict, access.Unknown)
		c.result.New = append(c.result.New, Change{
			Growth: access.Growth{Why: "not all of it could be read: " + p.message}, Policy: path, Report: side.report, Shown: side.shown,
		})
	}
}

// mayHide says whether a policy that only the other side has may stand in a file
// that could not be read.
func (inv *inventory) mayHide(other *inventory, name string) bool {
	at := other.report.Position(other.policies[name].Pos()).Filename
	for path := range inv.unreadable() {
		if inv.alone || path == at || strings.HasSuffix(at, ".tf") && filepath.Dir(path) == filepath.Dir(at) {
			return true
		}
	}
	return false
}

// unreadable is a file that could not be read, or not all of it.
type unreadable struct {
	message string
	text    []byte // nil if there is none
}

// unreadable returns the files that could not be read, by path.
func (inv *inventory) unreadable() map[string]unreadable {
	files := map[string]unreadable{}
	for _, p := range inv.report.problems {
		at := inv.report.Position(p.Pos())
		if _, ok := files[at.Filename]; !ok {
			files[at.Filename] = unreadable{fmt.Sprintf("line %d: %s", at.Line, p.Message), inv.report.Text(at.Filename)}
		}
	}
	return files
}
