package rules

import "github.com/iamlint/iamlint/access"

// shared is what several rules ask of one policy, once it has been asked, and
// what they have learnt from others.
type shared struct {
	known     *knownActions
	analysis  *access.Analysis
	actions   listedActions
	resources listedResources
	fits      fitSearch
	service   ownedService
	entries   conditionEntries
	allowed   allowedCache
	lacks     keyLacks
	size      measuredSize
	text      writtenText
}

// reset is called before another policy.
func (s *shared) reset(known *knownActions) {
	s.known, s.analysis = known, nil
	s.actions.policy, s.resources.policy, s.fits.policy, s.service.policy, s.entries.policy = nil, nil, nil, nil, nil
	s.size.policy, s.text.policy = nil, nil
}

// Analysis returns what can be asked about all requests that the policy's
// statements match.
func (p *Pass) Analysis() *access.Analysis {
	if p.shared.analysis == nil {
		p.shared.analysis = access.NewAnalysis(p.Catalog, p.Policy)
	}
	return p.shared.analysis
}
