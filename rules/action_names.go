package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// actionNames goes through what Action and NotAction hold.
func actionNames(d *policy.Document) iter.Seq2[*policy.Statement, policy.Value] {
	return func(yield func(*policy.Statement, policy.Value) bool) {
		for _, s := range d.Statements {
			for _, v := range s.Action.Values {
				if !yield(s, v) {
					return
				}
			}
			for _, v := range s.NotAction.Values {
				if !yield(s, v) {
					return
				}
			}
		}
	}
}

// unknownActions goes through the actions, not patterns, that their service
// does not have.
func unknownActions(pass *Pass) iter.Seq2[*policy.Statement, policy.Value] {
	return func(yield func(*policy.Statement, policy.Value) bool) {
		services := serviceCache{catalog: pass.Catalog}
		for s, v := range actionNames(pass.Policy) {
			prefix, name, ok := splitAction(v)
			if !ok || isPattern(name) {
				continue
			}
			service := services.get(prefix)
			unknown := service != nil && service.Action(name) == nil && !pass.Catalog.Undocumented(v.Text())
			if unknown && !yield(s, v) {
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
		c := text[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-':
		case strings.IndexByte(also, c) < 0:
			return true
		}
	}
	return false
}

func isPattern(name string) bool { return strings.ContainsAny(name, "*?") }

// A serviceCache remembers the service asked for last: actions of one service
// mostly stand together.
type serviceCache struct {
	catalog *catalog.Catalog
	prefix  string
	service *catalog.Service
}

func (c *serviceCache) get(prefix string) *catalog.Service {
	if c.prefix != prefix {
		c.prefix, c.service = prefix, c.catalog.Service(prefix)
	}
	return c.service
}
