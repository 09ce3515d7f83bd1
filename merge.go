package iamlint

import (
	"slices"

	"github.com/iamlint/iamlint/rules"
)

// merge makes one finding of those that say the same of the same bytes: a
// literal that several policies use is one mistake. It is as severe as the
// worst of them, and all places that use the literal are related. The findings
// are in order, so that equal ones stand together.
func merge(found []*rules.Finding) []*rules.Finding {
	var merged []*rules.Finding
	for _, f := range found {
		if n := len(merged); n > 0 && sameMistake(merged[n-1], f) {
			absorb(merged[n-1], f)
			continue
		}
		merged = append(merged, f)
	}
	return merged
}

func sameMistake(a, b *rules.Finding) bool {
	return a.Rule == b.Rule && a.Pos == b.Pos && a.End == b.End && a.Message == b.Message
}

// absorb takes from another finding what the first one does not say.
func absorb(f, other *rules.Finding) {
	if other.Severity > f.Severity {
		f.Severity, f.Kind = other.Severity, other.Kind
	}
	if f.Witness == nil {
		f.Witness = other.Witness
	}
	for _, r := range other.Related {
		if !slices.Contains(f.Related, r) {
			f.Related = append(f.Related, r)
		}
	}
}
