package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

func notInSid(r rune) bool {
	return !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z')
}

// cleanSid returns the Sid without what does not belong there.
func cleanSid(sid *policy.Value) string {
	return strings.Map(func(r rune) rune {
		if notInSid(r) {
			return -1
		}
		return r
	}, sid.Text())
}

// cleanSids counts the statements that would have a Sid if all had clean ones;
// it is empty if that is not known.
func cleanSids(d *policy.Document) map[string]int {
	count := map[string]int{}
	for _, s := range d.Statements {
		if d.Open() || s.Sid != nil && !s.Sid.Known() {
			return map[string]int{}
		}
		if s.Sid != nil {
			count[cleanSid(s.Sid)]++
		}
	}
	return count
}
