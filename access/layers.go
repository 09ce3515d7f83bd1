package access

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// A Layer is one of the kinds of policies that a request must get through.
type Layer string

// The layers.
const (
	IdentityLayer Layer = "identity"
	ResourceLayer Layer = "resource"
	BoundaryLayer Layer = "boundary"
	SessionLayer  Layer = "session"
	SCPLayer      Layer = "scp"
	RCPLayer      Layer = "rcp"
	EndpointLayer Layer = "endpoint"
	TrustLayer    Layer = "trust"
)

// Policies are all that have a say in a request. A layer that is nil is not
// there, and limits nothing; one that is empty is there, and allows nothing.
type Policies struct {
	Identity []*policy.Document // of the user and its groups, or of the role
	Boundary []*policy.Document // the permissions boundary: one
	Session  []*policy.Document // passed when the session was made
	Endpoint []*policy.Document // of the VPC endpoint that the request comes through

	// SCPs and RCPs are by level of the organization, from the root to the
	// account.
	SCPs, RCPs [][]*policy.Document

	// Resource is the policy of the resource; of a role, its trust policy. Nil
	// is none, but for what always has one: of that it is not known then, unless
	// NoResource says that there is none.
	Resource   *policy.Document
	NoResource bool
}

// Has says whether the document is one of them.
func (p *Policies) Has(d *policy.Document) bool {
	lists := slices.Concat([][]*policy.Document{p.Identity, p.Boundary, p.Session, p.Endpoint, {p.Resource}}, p.SCPs, p.RCPs)
	return slices.ContainsFunc(lists, func(list []*policy.Document) bool { return slices.Contains(list, d) })
}

// A Decision is what AWS decides on a request, and by what.
type Decision struct {
	Verdict Verdict

	// By are the statements that decided: those that deny, or else one that
	// allows in each layer.
	By []Decider

	// Lacks is the first layer that does not allow the request, where nothing
	// denies it; Level counts the levels of SCPs and RCPs from 1.
	Lacks Layer
	Level int

	// Assumed are the rules that the decision rests on and that AWS does not
	// document.
	Assumed []string
}

// A Decider is a statement in a layer.
type Decider struct {
	Layer     Layer
	Policy    *policy.Document
	Statement *policy.Statement
}

// A reach is what one layer says of a request.
type reach struct {
	layer   Layer
	level   int
	allowed Answer
	denied  Answer
	by      []Decider // statements that certainly allow
	denies  []Decider // statements that certainly deny

	naming map[naming]Answer // of a resource policy: by what naming it allows
}

// reachOf evaluates the documents of a layer.
func reachOf(docs []*policy.Document, layer Layer, level int, r *Request, who caller, bounded bool) reach {
	x := reach{layer: layer, level: level, naming: map[naming]Answer{}}
	for _, d := range docs {
		e := newEvaluation(d, r, nil)
		if d.Open() {
			x.allowed, x.denied = x.allowed.or(Unknown), x.denied.or(Unknown)
			if layer == ResourceLayer || layer == TrustLayer {
				x.naming[namedAny] = x.naming[namedAny].or(Unknown)
			}
		}
		for _, s := range d.Statements {
			x.add(e, d, s, who, bounded)
		}
	}
	return x
}

func (x *reach) add(e *evaluation, d *policy.Document, s *policy.Statement, who caller, bounded bool) {
	effect, known := effectOf(s)
	matches := e.matchesRequest(s)
	if matches == No {
		return
	}
	if !known || s.Optional || s.Open() {
		matches = matches.and(Unknown)
	}
	how := map[naming]Answer{namedExactly: Yes}
	if usesPrincipals(x.layer) {
		how = who.namings(s, bounded)
	}
	for n, named := range how {
		answer := matches.and(named)
		if answer == No {
			continue
		}
		if !known || effect == policy.Deny {
			x.denied = x.denied.or(answer)
			if answer == Yes {
				x.denies = append(x.denies, Decider{x.layer, d, s})
			}
		}
		if !known || effect == policy.Allow {
			x.allowed = x.allowed.or(answer)
			x.naming[n] = x.naming[n].or(answer)
			if answer == Yes {
				x.by = append(x.by, Decider{x.layer, d, s})
			}
		}
	}
}

// usesPrincipals says whether statements of the layer say whom they are about.
func usesPrincipals(l Layer) bool {
	return l == ResourceLayer || l == TrustLayer || l == EndpointLayer || l == RCPLayer
}

// namings returns how the statement names the caller. NotPrincipal names
// everyone whom it does not spare, if it may be used at all.
func (c caller) namings(s *policy.Statement, bounded bool) map[naming]Answer {
	how := map[naming]Answer{}
	switch {
	case s.NotPrincipal.Present():
		how[namedAny] = c.notSpared(s, bounded)
		return how
	case !s.Principal.Present():
		return how
	}
	if s.Principal.Open() {
		how[namedAny] = Unknown
	}
	c.addNamings(how, s.Principal)
	return how
}

func (c caller) addNamings(how map[naming]Answer, p policy.Principals) {
	add := func(kind string, v policy.Value) {
		text, known := v.Literal()
		if !known {
			how[namedAny] = how[namedAny].or(Unknown)
		} else if n := c.named(kind, text); n != namedNot {
			how[n] = Yes
		}
	}
	if p.Star != nil {
		add("AWS", *p.Star)
	}
	for _, set := range p.Sets {
		kind, _ := set.Type.Literal()
		for _, v := range set.Values {
			add(kind, v)
		}
	}
}

// notSpared says whether a statement with NotPrincipal is about the caller. A
// Deny always is about one with a permissions boundary.
//
// Source: AWS IAM User Guide, "AWS JSON policy elements: NotPrincipal" and
// "Permissions boundaries for IAM entities".
func (c caller) notSpared(s *policy.Statement, bounded bool) Answer {
	if bounded && s.Effect == policy.Deny {
		return Yes
	}
	how := map[naming]Answer{}
	c.addNamings(how, s.NotPrincipal)
	answer := No
	for _, named := range how {
		answer = answer.or(named)
	}
	if s.NotPrincipal.Open() {
		answer = answer.or(Unknown)
	}
	return answer.not()
}
