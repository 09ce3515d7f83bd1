package terraform

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/parse/internal/grammar"
	"github.com/iamlint/iamlint/policy"
)

// purposes returns what a policy is used for, in order of its uses: what the
// documents that it goes into are used for, if nothing uses it itself.
func (r *registry) purposes(e *entry, seen map[*entry]bool) []purpose {
	var all []purpose
	seen[e] = true
	for _, u := range e.uses {
		if u.known && !slices.Contains(all, u.purpose) {
			all = append(all, u.purpose)
		}
	}
	if len(all) > 0 {
		return all
	}
	for _, p := range e.parts {
		whole := r.entries[p.of]
		if whole == nil || seen[whole] {
			continue
		}
		for _, q := range r.purposes(whole, seen) {
			if !slices.Contains(all, q) {
				all = append(all, q)
			}
		}
	}
	return all
}

// forPurposes fills in what a document is used for. Where that is several
// things, there is a document for each.
func (r *registry) forPurposes(e *entry) []*policy.Document {
	purposes := r.purposes(e, map[*entry]bool{})
	if len(purposes) == 0 {
		e.doc.Guessed = !e.doc.Unresolved
		if e.doc.Guessed {
			e.doc.Kind, e.doc.Service = grammar.GuessKind(e.doc)
		}
		e.doc.Uses = e.useOf(nil)
		return append([]*policy.Document{e.doc}, e.variantsOf(e.doc)...)
	}
	all := []*policy.Document{e.doc}
	for range purposes[1:] {
		twin := *e.doc
		twin.Twin = e.doc
		all = append(all, &twin)
	}
	for i, p := range purposes {
		d := all[i]
		d.Kind, d.Service, d.NoResource = p.kind, p.service, p.noResource
		d.Uses = e.useOf(&p)
		d.Owner = e.owner(p)
	}
	for _, d := range slices.Clone(all) {
		all = append(all, e.variantsOf(d)...)
	}
	return all
}

// variantsOf returns what single instances make of a document, for the purpose
// that the document has. They are twins of it: it is one text.
func (e *entry) variantsOf(d *policy.Document) []*policy.Document {
	var all []*policy.Document
	for _, v := range e.variants {
		twin := *v
		twin.Twin = e.doc
		twin.Kind, twin.Service, twin.NoResource = d.Kind, d.Service, d.NoResource
		twin.Guessed, twin.Owner = d.Guessed, d.Owner
		all = append(all, &twin)
	}
	return all
}

// useOf returns the uses for a purpose, and those of which the purpose is not
// known.
func (e *entry) useOf(p *purpose) []policy.Use {
	var uses []policy.Use
	for _, u := range e.uses {
		if !u.known || p == nil || u.purpose == *p {
			uses = append(uses, u.Use)
		}
	}
	for _, part := range e.parts {
		uses = append(uses, part.use)
	}
	slices.SortStableFunc(uses, func(a, b policy.Use) int { return strings.Compare(a.Address, b.Address) })
	return uses
}

// owner returns the ARN of the resource that a policy is attached to, if that
// is one.
func (e *entry) owner(p purpose) *policy.Value {
	var owner *policy.Value
	for _, u := range e.uses {
		if u.purpose != p || u.owner == nil {
			continue
		}
		if owner != nil && !owner.Same(*u.owner) {
			return nil
		}
		owner = u.owner
	}
	return owner
}

// asBoundary makes of the use in a managed policy one as a permissions
// boundary if that is what the managed policy is used for, and adds one if it
// is used for that too.
func (r *registry) asBoundary(e *entry) {
	for i, u := range e.uses {
		if u.block == nil || !r.boundaries[u.block] || u.kind != policy.Identity {
			continue
		}
		u.kind = policy.Boundary
		if r.attached[u.block] {
			e.uses = append(e.uses, u)
		} else {
			e.uses[i] = u
		}
	}
}
