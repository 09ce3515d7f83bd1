package rules

import "github.com/iamlint/iamlint/access"

// shared is what several rules ask of one policy, once it has been asked, and
// what they have learnt from others.
type shared struct {
	known     *knownActions
	denies    *access.Denies
	actions   listedActions
	resources listedResources
	size      measuredSize
	text      writtenText
}

// reset is called before another policy.
func (s *shared) reset(known *knownActions) {
	s.known, s.denies = known, nil
	s.actions.policy, s.resources.policy, s.size.policy, s.text.policy = nil, nil, nil, nil
}

// Denies returns the statements of the policy that certainly deny what they
// match.
func (p *Pass) Denies() *access.Denies {
	if p.shared.denies == nil {
		p.shared.denies = access.NewDenies(p.Policy)
	}
	return p.shared.denies
}
