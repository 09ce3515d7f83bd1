package access

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// Evaluate decides on a request by all policies that have a say in it. The
// principal of the request must be an ARN, a service, an identity provider or
// "*"; of any other the decision is not known. A role's own ARN is some session
// of it.
//
// The account that the resource is in is that of its ARN, or else the context
// key aws:ResourceAccount, or else the caller's.
//
// Source: AWS IAM User Guide, "Policy evaluation logic".
func Evaluate(p *Policies, r *Request) Decision {
	who, ok := parseCaller(r.Principal)
	if !ok {
		return Decision{Verdict: Undecided}
	}
	q := newQuestion(p, r, who)
	if q.alwaysAllowed() {
		return Decision{Verdict: Allowed}
	}
	if denied := q.denied(); denied.Verdict != Allowed {
		return denied
	}
	return q.grant()
}

// A question is a request with what each layer says of it.
type question struct {
	policies *Policies
	request  *Request
	who      caller
	account  string // of the resource
	trust    bool   // the resource is a role to be assumed
	layers   []reach
}

func newQuestion(p *Policies, r *Request, who caller) *question {
	q := &question{policies: p, request: withCallerKeys(r, who), who: who, trust: isAssume(r.Action)}
	q.account = resourceAccount(q.request, who)
	bounded := p.Boundary != nil
	add := func(layer Layer, level int, docs []*policy.Document) {
		q.layers = append(q.layers, reachOf(docs, layer, level, q.request, who, bounded))
	}
	if who.hasIdentity() {
		add(IdentityLayer, 0, p.Identity)
	}
	if p.Resource != nil {
		layer := ResourceLayer
		if q.trust {
			layer = TrustLayer
		}
		add(layer, 0, []*policy.Document{p.Resource})
	}
	if p.Boundary != nil && who.hasIdentity() && !who.isServiceLinked() {
		add(BoundaryLayer, 0, p.Boundary)
	}
	if p.Session != nil && (who.isSession() || who.kind == federatedUserCaller) {
		add(SessionLayer, 0, p.Session)
	}
	if (who.hasIdentity() || who.kind == rootCaller) && !who.isServiceLinked() {
		for i, level := range p.SCPs {
			add(SCPLayer, i+1, level)
		}
	}
	if !who.isServiceLinked() && !strings.EqualFold(r.Action, "kms:RetireGrant") {
		for i, level := range p.RCPs {
			add(RCPLayer, i+1, level)
		}
	}
	if p.Endpoint != nil {
		add(EndpointLayer, 0, p.Endpoint)
	}
	return q
}

// alwaysAllowed says whether no policy can deny the request.
//
// Source: AWS STS API Reference, "GetCallerIdentity".
func (q *question) alwaysAllowed() bool {
	return strings.EqualFold(q.request.Action, "sts:GetCallerIdentity") && q.who.kind != anonymous
}

// denied returns the decision where a statement denies the request, or may do
// so. Otherwise its verdict is Allowed.
func (q *question) denied() Decision {
	d := Decision{Verdict: Allowed}
	may := No
	for _, x := range q.layers {
		may = may.or(x.denied)
		d.By = append(d.By, x.denies...)
	}
	switch may {
	case Yes:
		d.Verdict = ExplicitDeny
	case Unknown:
		d.Verdict, d.By = Undecided, nil
	}
	return d
}

// layer returns what a layer says, if it is there.
func (q *question) layer(l Layer) (reach, bool) {
	i := slices.IndexFunc(q.layers, func(x reach) bool { return x.layer == l })
	if i < 0 {
		return reach{}, false
	}
	return q.layers[i], true
}

// limit returns whether a layer that only limits lets the request through.
func (q *question) limit(l Layer) Answer {
	if x, ok := q.layer(l); ok {
		return x.allowed
	}
	return Yes
}
