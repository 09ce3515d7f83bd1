package terraform

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// name names the documents that are not data documents after what first uses
// them, with the attribute if that has several of a kind.
func (r *registry) name(all []*policy.Document) {
	type owned struct {
		address string
		purpose
	}
	count := map[owned]int{}
	firstOf := func(e *entry, d *policy.Document) (usage, bool) {
		i := slices.IndexFunc(e.uses, func(u usage) bool {
			return !u.known || u.purpose == purpose{d.Kind, d.Service, d.NoResource}
		})
		if i < 0 {
			return usage{}, false
		}
		return e.uses[i], true
	}
	each := func(f func(d *policy.Document, u usage, k owned)) {
		for _, d := range all {
			e := r.entryOf(d)
			if u, ok := firstOf(e, d); ok && d.Name == "" {
				f(d, u, owned{u.Address, purpose{d.Kind, d.Service, d.NoResource}})
			}
		}
	}
	each(func(_ *policy.Document, _ usage, k owned) { count[k]++ })
	each(func(d *policy.Document, u usage, k owned) {
		if d.Name = u.Address; count[k] > 1 {
			d.Name += "." + u.place
		}
	})
	for _, d := range all {
		if e := r.entryOf(d); d.Name == "" && e.written != "" {
			d.Name = r.path + e.written
		}
	}
}

// entryOf returns the entry that a document, or that whose twin it is, has.
func (r *registry) entryOf(d *policy.Document) *entry {
	if d.Twin != nil {
		d = d.Twin
	}
	return r.entries[d]
}
