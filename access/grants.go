package access

import (
	"maps"
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

// unknown returns names of what further statements are taken from, which cannot be
// known. Equal ones are the same statements; one that equals nothing has no name.
func (h *holder) unknown() map[string]bool {
	names := map[string]bool{}
	for _, a := range slices.Concat(h.grants, h.limit) {
		for _, hole := range slices.Concat(a.doc.Rest, a.doc.MoreStatements) {
			names[hole.ID] = true
		}
	}
	return names
}

// sameUnknown says whether both sides have the same unknown statements, if any.
func sameUnknown(h, other *holder) bool {
	names, others := h.unknown(), other.unknown()
	return !names[""] && maps.Equal(names, others)
}

// A grant is an Allow statement within the boundary: the requests in its box that
// one of the boundary's statements allows too.
type grant struct {
	analysis  *Analysis
	statement *policy.Statement
	boxes     []*box
	limits    []limited // by box, what of the boundary it is within; nil without one
}

// limited is a statement of a boundary.
type limited struct {
	analysis  *Analysis
	statement *policy.Statement
}

// allows returns what is allowed but for what is denied. Also returned are the
// statements of which nothing can be said.
func (h *holder) allows(as side) (list []grant, unclear []limited) {
	for _, a := range h.grants {
		for _, s := range a.doc.Statements {
			effect, known := effectOf(s)
			if known && effect != policy.Allow || !known && !as.over() {
				continue
			}
			b := a.boxes.box(s, as)
			if b == nil {
				unclear = append(unclear, limited{a, s})
			} else if !b.none {
				list = append(list, h.within(grant{analysis: a, statement: s}, b, as))
			}
		}
	}
	return list, unclear
}

// within returns the grant with the parts of its box that the boundary's
// statements allow.
func (h *holder) within(g grant, b *box, as side) grant {
	if !h.bound {
		g.boxes = []*box{b}
		return g
	}
	for _, a := range h.limit {
		for _, s := range a.doc.Statements {
			effect, known := effectOf(s)
			if known && effect != policy.Allow || !known && !as.over() {
				continue
			}
			switch limit := a.boxes.box(s, as); {
			case limit == nil && as.over():
				g.boxes = append(g.boxes, b)
				g.limits = append(g.limits, limited{a, s})
			case limit != nil && !limit.none:
				g.boxes = append(g.boxes, &box{statement: b.statement, actions: b.actions, demands: slices.Concat(b.demands, limit.demands)})
				g.limits = append(g.limits, limited{a, s})
			}
		}
	}
	return g
}

// twins returns those boxes of a grant of another holder that this one grants too,
// by the same statements.
func (h *holder) twins(g grant) []*box {
	if !hasTwin(h.grants, g.analysis, g.statement) {
		return nil
	}
	if !h.bound {
		return g.boxes
	}
	var list []*box
	for i, l := range g.limits {
		if hasTwin(h.limit, l.analysis, l.statement) {
			list = append(list, g.boxes[i])
		}
	}
	return list
}

// gone returns the statements that deny, or may do so, and that the other holder
// does not have; not ok if nothing can be said of one.
func (h *holder) gone(other *holder) (list []*box, ok bool) {
	for _, a := range slices.Concat(h.grants, h.limit) {
		for _, s := range a.doc.Statements {
			if effect, known := effectOf(s); known && effect != policy.Deny {
				continue
			}
			if hasTwin(slices.Concat(other.grants, other.limit), a, s) {
				continue
			}
			b := a.boxes.box(s, denies)
			if b == nil {
				return nil, false
			}
			if !b.none {
				list = append(list, b)
			}
		}
	}
	return list, true
}

// denied returns what is denied.
func (h *holder) denied(as side) []*box {
	var list []*box
	for _, a := range slices.Concat(h.grants, h.limit) {
		if as.over() {
			list = append(list, a.mayDeny()...)
		} else {
			list = append(list, a.denies()...)
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
