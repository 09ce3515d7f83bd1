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
// does not have; only of some services, unless of is nil.
func unknownActions(pass *Pass, of func(*catalog.Service) bool) iter.Seq2[*policy.Statement, policy.Value] {
	return func(yield func(*policy.Statement, policy.Value) bool) {
		services := serviceCache{catalog: pass.Catalog}
		for s, v := range actionNames(pass.Policy) {
			prefix, name, _ := strings.Cut(v.Text(), ":")
			service := services.get(prefix)
			if service == nil || of != nil && !of(service) || service.Action(name) != nil {
				continue // as nearly all
			}
			_, _, ok := splitAction(v)
			unknown := ok && v.Known() && !isPattern(name) && !pass.Catalog.Undocumented(v.Text())
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
