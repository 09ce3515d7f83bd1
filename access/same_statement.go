package access

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// sameStatement says whether two statements, maybe of different readings of a
// source, certainly mean the same, whatever their holes are. One that may not be
// there is the same as none.
func sameStatement(s, t *policy.Statement) bool {
	return !s.Optional && !t.Optional && s.Effect == t.Effect && sameValue(s.EffectValue, t.EffectValue, s.Effect == policy.NoEffect) &&
		samePrincipals(s.Principal, t.Principal) && samePrincipals(s.NotPrincipal, t.NotPrincipal) &&
		sameList(s.Action, t.Action) && sameList(s.NotAction, t.NotAction) &&
		sameList(s.Resource, t.Resource) && sameList(s.NotResource, t.NotResource) &&
		sameHoles(s.Condition.Rest, t.Condition.Rest) && sameHoles(s.Rest, t.Rest) &&
		slices.EqualFunc(s.Condition.Entries, t.Condition.Entries, func(e, f policy.Condition) bool {
			return e.Operator.Same(f.Operator) && e.Variable.Same(f.Variable) && sameList(e.List, f.List)
		})
}

func sameValue(v, w *policy.Value, counts bool) bool {
	return !counts || v == w || v != nil && w != nil && v.Same(*w)
}

func sameList(l, m policy.List) bool {
	return l.Present() == m.Present() && sameHoles(l.Rest, m.Rest) && slices.EqualFunc(l.Values, m.Values, policy.Value.Same)
}

func sameHoles(l, m []policy.Hole) bool { return slices.EqualFunc(l, m, policy.Hole.Same) }

func samePrincipals(p, q policy.Principals) bool {
	if p.Present() != q.Present() || !sameHoles(p.Rest, q.Rest) || !sameValue(p.Star, q.Star, true) {
		return false
	}
	return slices.EqualFunc(p.Sets, q.Sets, func(a, b policy.PrincipalSet) bool { return a.Type.Same(b.Type) && sameList(a.List, b.List) })
}

// hasTwin says whether one of the documents has the same statement, read in the
// same way.
func hasTwin(list []*Analysis, of *Analysis, s *policy.Statement) bool {
	return slices.ContainsFunc(list, func(a *Analysis) bool {
		return a.boxes.modern == of.boxes.modern && a.doc.Kind == of.doc.Kind && a.doc.NoResource == of.doc.NoResource &&
			slices.ContainsFunc(a.doc.Statements, func(t *policy.Statement) bool { return sameStatement(s, t) })
	})
}
