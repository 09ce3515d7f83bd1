package iamlint

import (
	"fmt"
	"slices"

	"github.com/iamlint/iamlint/rules"
)

// selectRules returns the rules to run: those on by default, less and more what
// the configuration says, less and more what the options say.
func selectRules(opts Options) ([]*rules.Rule, error) {
	for _, name := range slices.Concat(opts.Enable, opts.Disable) {
		if rules.Find(name) == nil {
			return nil, unknownRule(name)
		}
	}
	var selected []*rules.Rule
	for _, r := range rules.All {
		on := !r.Off
		if set, ok := opts.Config.ruleEnabled(r.Name); ok {
			on = set
		}
		if slices.Contains(opts.Enable, r.Name) {
			on = true
		}
		if slices.Contains(opts.Disable, r.Name) {
			on = false
		}
		if on {
			selected = append(selected, r)
		}
	}
	return selected, nil
}

// unknownRule says that there is no such rule, and which one may be meant.
func unknownRule(name string) error {
	if near, ok := rules.Nearest(name); ok {
		return fmt.Errorf("there is no rule %q; did you mean %q?", name, near)
	}
	return fmt.Errorf("there is no rule %q", name)
}
