package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// unknownActions goes through the actions, not patterns, that their service
// does not have.
func unknownActions(pass *Pass) iter.Seq2[*policy.Statement, policy.Value] {
	return func(yield func(*policy.Statement, policy.Value) bool) {
		for s, v := range pass.oddActions() {
			prefix, name, ok := splitAction(v)
			if !ok || !v.Known() || isPattern(name) {
				continue
			}
			if pass.Catalog.Service(prefix) == nil || pass.Catalog.Undocumented(v.Text()) {
				continue
			}
			if !yield(s, v) {
				return
			}
		}
	}
}

// splitAction returns the service and the name of an action, with * for each
// hole of the name. It is not ok if the service is not known, or the action is
// no service:action, which is the matter of invalid-action-format.
func splitAction(v policy.Value) (service, name string, ok bool) {
	if v.Known() {
		service, name, ok = strings.Cut(v.Text(), ":")
	} else {
		before, after, cut := v.Cut(':')
		service, name, ok = before.Text(), after.Shape(), cut && before.Known()
	}
	return service, name, ok && service != "" && name != "" && !hasOther(service, "") && !hasOther(name, "*?")
}

// hasOther says whether the text has anything but letters, digits, - and the
// characters in also.
func hasOther(text, also string) bool {
	for i := range len(text) {
		if !inNames[text[i]] && strings.IndexByte(also, text[i]) < 0 {
			return true
		}
	}
	return false
}

// inNames are the bytes that names of services and actions are made of.
var inNames = func() (set [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyz" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "0123456789" + "-") {
		set[c] = true
	}
	return set
}()

func isPattern(name string) bool {
	return strings.IndexByte(name, '*') >= 0 || strings.IndexByte(name, '?') >= 0
}
