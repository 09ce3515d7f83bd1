package rules

import "github.com/iamlint/iamlint/policy"

// addNames adds the principals that are known.
func addNames(names map[string]bool, who *policy.Principals) {
	for i := range who.Sets {
		for _, v := range who.Sets[i].Values {
			if text, known := v.Literal(); known {
				names[text] = true
			}
		}
	}
}

// differentValues returns how many different values a list has at least: those
// that are known.
func differentValues(l policy.List) int {
	if len(l.Values) < 2 {
		return len(l.Values)
	}
	different := map[string]bool{}
	for _, v := range l.Values {
		if text, known := v.Literal(); known {
			different[text] = true
		}
	}
	return len(different)
}
