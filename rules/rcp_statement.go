package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// mayBeFullAccess says whether an Allow may be the statement of
// RCPFullAWSAccess: all to everyone, without conditions.
func mayBeFullAccess(s *policy.Statement) bool {
	if len(s.Condition.Entries) > 0 || certainlyThere(&s.NotAction) || certainlyThere(&s.NotResource) || certainlyHas(&s.NotPrincipal) {
		return false
	}
	if _, other := otherPrincipal(&s.Principal); other {
		return false
	}
	return mayBeStar(&s.Action) && mayBeStar(&s.Resource)
}

// mayBeStar says whether the list may stand for everything.
func mayBeStar(l *policy.List) bool {
	for i := range l.Values {
		if v := &l.Values[i]; canBeStar(v) || isEveryAction(*v) {
			return true
		}
	}
	return l.Open() || !l.Present()
}

// canBeStar says whether the value is "*", or may be.
func canBeStar(v *policy.Value) bool {
	return strings.Trim(v.Text(), "*") == "" && !v.Is("")
}

// otherPrincipal returns a principal that certainly is not "*". {"AWS": "*"}
// means the same.
func otherPrincipal(p *policy.Principals) (policy.Span, bool) {
	if p.Star != nil && !canBeStar(p.Star) {
		return p.Star.Span, true
	}
	for i := range p.Sets {
		set := &p.Sets[i]
		if set.Type.Known() && !set.Type.Is("AWS") && !set.Type.Is("*") {
			return set.Type.Span, true
		}
		for j := range set.Values {
			if !canBeStar(&set.Values[j]) {
				return set.Values[j].Span, true
			}
		}
	}
	return policy.Span{}, false
}

// rcpActions reports actions that no resource control policy takes. Of services
// that do not exist other rules speak.
func (p *Pass) rcpActions(s *policy.Statement) {
	for i := range s.Action.Values {
		v := &s.Action.Values[i]
		if isEveryAction(*v) {
			if s.Effect == policy.Deny {
				p.Reportf(s, v, "%q is not supported in resource control policies: name the services", v.Text())
			}
			continue
		}
		service, _, ok := v.Cut(':')
		prefix, known := service.Literal()
		if !ok || !known || p.Catalog.Service(prefix) == nil || p.Catalog.SupportsRCP(prefix) {
			continue
		}
		f := p.Reportf(s, v, "%s is not supported in resource control policies (AWS data of %s)", v.String(), p.Catalog.Date())
		f.Subject = v.String()
	}
}
