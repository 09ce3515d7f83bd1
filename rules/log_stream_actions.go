package rules

import (
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// streamAction returns the first action of the statement that acts on nothing but
// log streams, or nil.
func (p *Pass) streamAction(s *policy.Statement) *catalog.Action {
	for i, a := range p.listedActions().of(s) {
		if a != nil {
			if onlyOnStreams(a) {
				return a
			}
			continue
		}
		text, known := s.Action.Values[i].Literal()
		if service, _, _ := strings.Cut(text, ":"); !known || !strings.EqualFold(service, "logs") {
			continue
		}
		for _, a := range p.Catalog.Expand(text) {
			if onlyOnStreams(a) {
				return a
			}
		}
	}
	return nil
}

func onlyOnStreams(a *catalog.Action) bool {
	needs := a.Resources()
	return len(needs) == 1 && needs[0].Type == "log-stream" && needs[0].Required && a.Service().Prefix() == "logs"
}
