package access

import "strings"

// grant decides on a request that nothing denies: each guard rail must allow
// it, and then there must be a path from the caller to the resource.
func (q *question) grant() Decision {
	d := Decision{Verdict: Allowed}
	for _, x := range q.layers {
		switch x.layer {
		case SCPLayer, RCPLayer, EndpointLayer:
			if !d.pass(x.allowed, x) {
				return d
			}
		}
	}
	granted, lacks := q.path()
	if x, ok := q.layer(lacks); granted == No {
		return Decision{Verdict: ImplicitDeny, Lacks: lacks, Level: x.level, Assumed: d.Assumed}
	} else if ok {
		d.pass(granted, x)
	}
	if granted == Unknown {
		d.Verdict = Undecided
	}
	if d.Verdict != Allowed {
		d.By = nil
		return d
	}
	for _, l := range []Layer{IdentityLayer, ResourceLayer, TrustLayer, BoundaryLayer, SessionLayer} {
		if x, ok := q.layer(l); ok {
			d.note(x)
		}
	}
	return d
}

// pass notes that a layer must allow the request, and says whether it may.
func (d *Decision) pass(allowed Answer, x reach) bool {
	switch allowed {
	case No:
		*d = Decision{Verdict: ImplicitDeny, Lacks: x.layer, Level: x.level}
		return false
	case Unknown:
		d.Verdict = Undecided
	}
	d.note(x)
	return true
}

// note adds the first statement of a layer that allows the request.
func (d *Decision) note(x reach) {
	if len(x.by) == 0 {
		return
	}
	for _, by := range d.By {
		if by == x.by[0] {
			return
		}
	}
	d.By = append(d.By, x.by[0])
}

// path says whether there is a way from the caller to the resource, and if not,
// the first layer that lacks an Allow on the way that is nearest.
func (q *question) path() (Answer, Layer) {
	policyLayer := ResourceLayer
	if q.trust {
		policyLayer = TrustLayer
	}
	resource, has := q.layer(policyLayer)
	own := q.who.account != "" && q.who.account == q.account
	switch {
	case q.who.kind == rootCaller && own && !q.trust:
		return Yes, ""
	case !q.who.hasIdentity():
		if !has {
			return q.withoutPolicy(), policyLayer
		}
		return resource.allowed, policyLayer
	case !own:
		return q.acrossAccounts(resource, policyLayer)
	}
	return q.inAccount(resource, has, policyLayer)
}

// withoutPolicy says whether a policy of the resource that is not given may
// allow the request: where there must be one, it is not known.
func (q *question) withoutPolicy() Answer {
	if q.needsPolicy() && !q.policies.NoResource {
		return Unknown
	}
	return No
}

// inAccount follows the paths for a caller of the resource's own account.
//
// Source: AWS IAM User Guide, "Policy evaluation logic", "Evaluating policies
// within a single account".
func (q *question) inAccount(resource reach, has bool, layer Layer) (Answer, Layer) {
	limits := q.limit(BoundaryLayer).and(q.limit(SessionLayer))
	direct := resource.naming[namedExactly].or(resource.naming[namedAny])
	limited := resource.naming[namedRole].or(resource.naming[namedUser])
	identity, _ := q.layer(IdentityLayer)
	byIdentity := identity.allowed
	if q.needsPolicy() { // identity policies count only if the resource's policy says so
		delegated := resource.naming[namedAccount]
		if !has {
			delegated = q.withoutPolicy()
		}
		byIdentity = byIdentity.and(delegated)
	}
	answer := direct.or(limited.or(byIdentity).and(limits))
	switch {
	case answer != No:
		return answer, ""
	case limited.or(byIdentity) == No && q.needsPolicy() && (has || q.policies.NoResource) && resource.naming[namedAccount] == No:
		return No, layer
	case limited.or(byIdentity) == No:
		return No, IdentityLayer
	case q.limit(BoundaryLayer) == No:
		return No, BoundaryLayer
	}
	return No, SessionLayer
}

// acrossAccounts follows the one path for a caller of another account: both
// sides must allow the request.
func (q *question) acrossAccounts(resource reach, layer Layer) (Answer, Layer) {
	identity, _ := q.layer(IdentityLayer)
	steps := []struct {
		layer   Layer
		allowed Answer
	}{
		{layer, resource.allowed}, {IdentityLayer, identity.allowed},
		{BoundaryLayer, q.limit(BoundaryLayer)}, {SessionLayer, q.limit(SessionLayer)},
	}
	answer := Yes
	for _, step := range steps {
		if step.layer == layer && q.policies.Resource == nil {
			step.allowed = q.withoutPolicy()
		}
		if step.allowed == No {
			return No, step.layer
		}
		answer = answer.and(step.allowed)
	}
	return answer, ""
}

// needsPolicy says whether the resource is of the sort whose own policy must
// allow all: a role that is to be assumed, and a KMS key.
//
// Source: AWS KMS Developer Guide, "Key policies in AWS KMS"; AWS IAM User
// Guide, "Policy evaluation logic".
func (q *question) needsPolicy() bool {
	f := arnFields(q.request.Resource)
	return q.trust || f != nil && f[2] == "kms" && strings.HasPrefix(f[5], "key/")
}

// isAssume says whether an action gives the credentials of a role.
func isAssume(action string) bool {
	switch strings.ToLower(action) {
	case "sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity", "sts:tagsession", "sts:setsourceidentity", "sts:setcontext":
		return true
	}
	return false
}
