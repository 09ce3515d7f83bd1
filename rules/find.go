package rules

import "github.com/iamlint/iamlint/catalog"

// Find returns the rule with the name, or nil.
func Find(name string) *Rule {
	for _, r := range All {
		if r.Name == name {
			return r
		}
	}
	return nil
}

// Nearest returns the name of the rule that was probably meant by one that
// does not exist.
func Nearest(name string) (string, bool) {
	names := make([]string, len(All))
	for i, r := range All {
		names[i] = r.Name
	}
	return catalog.Nearest(name, names)
}
