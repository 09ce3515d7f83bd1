package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A publicGrant is what a statement allows everybody, less what the document
// denies.
type publicGrant struct {
	names     []grantedName
	action    *catalog.Action // the worst
	resources []policy.Value  // that something is allowed on
}

// A grantedName is an action pattern of the statement, or a single action.
type grantedName struct {
	name     string
	severity Severity
}

// severity returns that of the worst action.
func (g *publicGrant) severity() Severity { return publicSeverity(g.action) }

// inWords names the actions, the worst first and three at most.
func (g *publicGrant) inWords() string {
	names := slices.Clone(g.names)
	slices.SortStableFunc(names, func(a, b grantedName) int { return cmp.Compare(b.severity, a.severity) })
	var shown []string
	for _, n := range names[:min(len(names), 3)] {
		shown = append(shown, n.name)
	}
	if more := len(names) - len(shown); more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(shown, ", "), more)
	}
	return strings.Join(shown, ", ")
}

// publicGrantOf returns what the statement, an Allow for everybody, lets
// outsiders do. It is nil if that is nothing, or not certain.
func publicGrantOf(pass *Pass, s *policy.Statement, denies *outsiderDenies) *publicGrant {
	r := newOutsiderReach(pass.Policy, s, denies)
	g := &publicGrant{}
	list, not := s.Actions()
	if not {
		g.add(r, "", pass.complement(list))
	} else {
		for _, v := range list.Values {
			if v.Known() {
				g.add(r, v.Text(), pass.named(v.Text()))
			}
		}
	}
	if g.action == nil {
		return nil
	}
	g.resources = r.used()
	return g
}

// add adds actions that one pattern of the statement stands for. They are
// named by the pattern if the document denies none of them.
func (g *publicGrant) add(r *outsiderReach, pattern string, actions []*catalog.Action) {
	denied := false
	var names []grantedName
	worst := Severity(0)
	for _, a := range actions {
		possible, allowed := r.of(a)
		if !allowed {
			denied = denied || possible
			continue
		}
		severity := publicSeverity(a)
		names = append(names, grantedName{a.FullName(), severity})
		worst = max(worst, severity)
		if g.action == nil || severity > g.severity() {
			g.action = a
		}
	}
	if len(names) > 0 && !denied && pattern != "" {
		names = []grantedName{{pattern, worst}}
	}
	g.names = append(g.names, names...)
}

// named returns the actions that a pattern stands for; for "*" those of the
// service that the policy's resource belongs to.
func (p *Pass) named(pattern string) []*catalog.Action {
	if strings.Trim(pattern, "*:") == "" {
		if s := p.Catalog.Service(p.ownService()); s != nil {
			return s.Match("*")
		}
	}
	return p.Catalog.Expand(pattern)
}

// complement returns the actions that a NotAction element leaves. It leaves
// none for certain if not all of it is known, or it is very long.
func (p *Pass) complement(list policy.List) []*catalog.Action {
	all := p.named("*")
	if !list.Known() || len(list.Values)*len(all) > maxDenied {
		return nil
	}
	var patterns []*access.Pattern
	for _, v := range list.Values {
		patterns = append(patterns, access.ActionPattern(v))
	}
	return slices.DeleteFunc(slices.Clone(all), func(a *catalog.Action) bool {
		name := a.FullName()
		return slices.ContainsFunc(patterns, func(p *access.Pattern) bool { return p.MatchesAction(name) != access.No })
	})
}
