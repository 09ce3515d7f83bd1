package rules

import "github.com/iamlint/iamlint/policy"

// checkLooseSize reports an identity policy that may be meant as a managed one,
// as an inline one of a role or, if its kind is guessed, as that of a permission
// set: each may be larger than the one before.
func (p *Pass) checkLooseSize(managed quota) {
	inline, _ := p.quota(policy.Identity, "role")
	inline.limit = max(inline.limit, managed.limit)
	size, tooLarge := p.exceeds(managed)
	if !tooLarge {
		return
	}
	n := p.size().counted[managed.counts]
	set, _ := p.quota(policy.PermissionSet, "")
	switch {
	case n <= inline.limit:
		f := p.Reportf(nil, p.Policy.Head, "%s of %s %s of a managed policy; inline in a role it may have %s",
			size, grouped(managed.limit), managed.counts, grouped(inline.limit))
		f.As(Suggestion, 0)
	case !p.Policy.Guessed:
		p.checkSize(inline)
	case n <= set.limit:
		f := p.Reportf(nil, p.Policy.Head, "%s of %s %s; only that of a permission set may have %s",
			size, grouped(inline.limit), inline.counts, grouped(set.limit))
		f.As(Warning, 0)
	default: // a copy of one of AWS's own, perhaps
		p.Reportf(nil, p.Policy.Head, "%s of %s %s", size, grouped(inline.limit), inline.counts).As(Warning, 0)
	}
}

// formerSCPLimit is what the limit of service control policies was until
// 2026-05-15; what AWS has written about it may still say so.
const formerSCPLimit = 5120

func (p *Pass) checkFormerSize(q quota) {
	now := q.limit
	q.limit = min(q.limit, formerSCPLimit)
	if size, ok := p.exceeds(q); ok {
		f := p.Reportf(nil, p.Policy.Head, "%s of %s %s; before May 2026 the limit was %s",
			size, grouped(now), q.counts, grouped(q.limit))
		f.As(Suggestion, 0)
	}
}
