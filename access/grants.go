package access

import (
	"slices"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// Grants are policies that together say what their holders may do: one policy, or
// all those of a user or role.
type Grants struct {
	Policies []*policy.Document // what one of them allows is allowed, and what one denies is denied

	// Limit is the permissions boundary: what none of its statements allows is
	// not. Nil is none.
	Limit []*policy.Document
}

// A holder is Grants made ready to be compared.
type holder struct {
	table  *actionTable
	grants []*Analysis // by policy
	limit  []*Analysis
	bound  bool
}

func newHolder(c *catalog.Catalog, g Grants) *holder {
	h := &holder{table: actionTableOf(c), bound: g.Limit != nil}
	for _, d := range g.Policies {
		h.grants = append(h.grants, NewAnalysis(c, withImplied(d)))
	}
	for _, d := range g.Limit {
		h.limit = append(h.limit, NewAnalysis(c, d))
	}
	return h
}

// withImplied returns the document, with the Allow of everything that stands
// beside one that only denies: AWS attaches such a policy where control policies
// are enabled.
//
// Source: AWS Organizations User Guide, "SCP evaluation" and "RCP evaluation".
func withImplied(d *policy.Document) *policy.Document {
	if !d.Kind.Is(policy.SCP|policy.RCP) || slices.ContainsFunc(d.Statements, func(s *policy.Statement) bool { return s.Effect != policy.Deny }) {
		return d
	}
	star := policy.NewList(policy.List{Values: []policy.Value{policy.NewValue(policy.Span{}, "*")}})
	full := *d
	all := &policy.Statement{Index: len(d.Statements), Effect: policy.Allow, Action: star, Resource: star}
	if d.Kind.Is(policy.RCP) {
		all.Principal = policy.NewPrincipals(policy.Principals{Star: &star.Values[0]})
	}
	full.Statements = append(slices.Clip(d.Statements), all)
	return &full
}

// open says whether there may be more statements than are known.
func (h *holder) open() bool {
	return slices.ContainsFunc(h.grants, func(a *Analysis) bool { return a.doc.Open() }) ||
		slices.ContainsFunc(h.limit, func(a *Analysis) bool { return a.doc.Open() })
}

// A grant is an Allow statement within the boundary: the requests in its box that
// one of the boundary's statements allows too.
type grant struct {
	analysis  *Analysis
	statement *policy.Statement
	boxes     []*box
}

// allows returns what is allowed but for what is denied. It is not ok if nothing
// can be said of a statement that counts.
func (h *holder) allows(as side) (list []grant, ok bool) {
	ok = true
	for _, a := range h.grants {
		for _, s := range a.doc.Statements {
			effect, known := effectOf(s)
			if known && effect != policy.Allow || !known && !as.over() {
				continue
			}
			b := a.boxes.box(s, as)
			if b == nil {
				ok = false
				continue
			}
			if !b.none {
				list = append(list, grant{a, s, h.within(b, as)})
			}
		}
	}
	return list, ok
}

// within returns the parts of a box that the boundary's statements allow.
func (h *holder) within(b *box, as side) []*box {
	if !h.bound {
		return []*box{b}
	}
	var parts []*box
	for _, a := range h.limit {
		for _, s := range a.doc.Statements {
			effect, known := effectOf(s)
			if known && effect != policy.Allow || !known && !as.over() {
				continue
			}
			if limit := a.boxes.box(s, as); limit != nil && !limit.none {
				parts = append(parts, &box{statement: b.statement, actions: b.actions, demands: slices.Concat(b.demands, limit.demands)})
			}
		}
	}
	return parts
}

// denied returns what is denied.
func (h *holder) denied(as side) []*box {
	var list []*box
	for _, a := range slices.Concat(h.grants, h.limit) {
		if as.over() {
			list = append(list, a.mayDeny...)
		} else {
			list = append(list, a.denies...)
		}
	}
	return list
}

// decide evaluates a request by all policies, and the boundary if there is one.
func (h *holder) decide(r *Request, known bindings) Verdict {
	verdict := decideAll(h.grants, r, known)
	if verdict == ExplicitDeny || !h.bound {
		return verdict
	}
	limit := decideAll(h.limit, r, known)
	switch {
	case limit == ExplicitDeny:
		return ExplicitDeny
	case verdict == ImplicitDeny || limit == ImplicitDeny:
		return ImplicitDeny
	case verdict == Allowed && limit == Allowed:
		return Allowed
	}
	return Undecided
}

func decideAll(list []*Analysis, r *Request, known bindings) Verdict {
	allowed, denied := No, No
	for _, a := range list {
		allows, denies := effects(a.doc, newEvaluation(a.doc, r, known))
		allowed, denied = allowed.or(allows), denied.or(denies)
	}
	return verdictOf(allowed, denied)
}
