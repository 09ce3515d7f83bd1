package access

import (
	"slices"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
)

// possible says whether a request of the area can be made, as far as the catalog
// knows: an action on a resource that it takes, by somebody who has the condition
// keys. That an object is listed like a bucket is in many an area, and happens
// nowhere. Names of actions that the catalog lacks may be ones to come.
func (x *solver) possible(a area) bool {
	return (x.mayBeNew(a) || x.possibleAction(a)) && x.possibleCaller(a)
}

func (x *solver) mayBeNew(a area) bool { return !a.noBeyond && x.beyond(a.beyond) != No }

func (x *solver) possibleAction(a area) bool {
	if len(a.resources.list) == 0 {
		return !a.known.empty()
	}
	seen := map[string]bool{}
	for index := range a.known.all() {
		for format := range x.forms(x.catalog.ActionAt(index)) {
			if seen[format] {
				continue
			}
			seen[format] = true
			if x.left--; x.left < 0 || x.meetsForm(a.resources, format) {
				return true
			}
		}
	}
	return false
}

// forms goes through the formats of the resources that the action can be asked
// for: "*" is that of those without. All of a service's types are looked at where
// the action's own may be missing.
func (x *solver) forms(a *catalog.Action) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if a.WildcardOnly() {
			yield("*")
			return
		}
		required := false
		for _, r := range a.Resources() {
			required = required || r.Required
			t := a.Service().ResourceType(r.Type)
			if t == nil {
				yield("")
				return
			}
			for _, format := range t.ARNs {
				if !yield(format) {
					return
				}
			}
		}
		if !required {
			yield("*")
		}
	}
}

// meetsForm says whether some resource of the format may meet the demands.
func (x *solver) meetsForm(c conjunction, format string) bool {
	switch format {
	case "":
		return true
	case "*":
		return x.findResource(c).star
	}
	key := formKey{c.id, format}
	can, ok := x.formsOf[key]
	if !ok {
		_, answer := x.resourceOf(c, formPattern(format), true)
		can = answer != No
		x.formsOf[key] = can
	}
	return can
}

type formKey struct {
	conjunction int
	format      string
}

// resourceOf looks for a resource that meets the demands, or may do so, and is of
// the form.
func (x *solver) resourceOf(c conjunction, form *Pattern, may bool) (*word, Answer) {
	demands := []textDemand{{set: &textSet{patterns: []*Pattern{form}, read: loosely}}}
	if form.equal(anyBucket) {
		demands = append(demands, textDemand{&textSet{patterns: []*Pattern{anyObject}}, true})
	}
	for _, p := range c.list {
		set := p.demand.resources
		if may && !p.out && !set.not && set.symbolic() {
			wide := *set
			wide.patterns = widened(set.patterns)
			set = &wide
		}
		demands = append(demands, textDemand{set, p.out})
	}
	return findText(demands, anyResource, &x.left)
}

// formPattern returns a pattern of the ARNs of a format. Placeholders stand for
// anything.
func formPattern(format string) *Pattern {
	if known, ok := formPatterns.Load(format); ok {
		return known.(*Pattern)
	}
	p := literalPattern(replacePlaceholders(format, nil))
	formPatterns.Store(format, p)
	return p
}

var formPatterns sync.Map // by format, of which the catalog has a few thousand

// A bucket's name has no slash: what has one is an object.
var (
	anyBucket = literalPattern("arn:*:s3:::*")
	anyObject = literalPattern("arn:*:s3:::*/*")
)

func widened(ps []*Pattern) []*Pattern {
	wide := make([]*Pattern, len(ps))
	for i, p := range ps {
		wide[i] = p.widened()
	}
	return wide
}

// replacePlaceholders puts in the place of each placeholder what is given for it,
// or else a wildcard.
func replacePlaceholders(format string, given map[string]string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(format, "${")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		if text, ok := given[name]; ok {
			b.WriteString(text)
		} else {
			b.WriteString("*")
		}
		format = after
	}
}

// possibleCaller says whether somebody can meet both the demands on who asks and
// those on the keys that follow from it.
func (x *solver) possibleCaller(a area) bool {
	i := slices.IndexFunc(a.keys, func(k keyConjunction) bool { return k.key == "aws:principalaccount" })
	if len(a.principals.list) == 0 || i < 0 || !literalKeys(a.keys[i].list) {
		return true
	}
	_, ok := x.callerOf(a, &a.keys[i])
	return ok
}

// literalKeys says whether the values that demands on a key compare are known
// and have no wildcards.
func literalKeys(list []part) bool {
	return !anyOf(list, func(p part) bool { return p.demand.key.values != nil && !p.demand.key.values.literal() })
}

// callerOf looks for somebody who meets the demands, with the account that the
// key demands.
func (x *solver) callerOf(a area, account *keyConjunction) (who, bool) {
	var names []principalName
	for _, p := range a.principals.list {
		names = append(names, p.demand.principals.names...)
	}
	for _, p := range account.list {
		if v := p.demand.key.values; v != nil && v.text != nil {
			for _, pattern := range v.text.patterns {
				names = append(names, principalName{kind: "AWS", text: plainText(pattern.tokens)})
			}
		}
	}
	for w := range somebody(names) {
		if !anyOf(a.principals.list, func(p part) bool { return p.demand.principals.has(w) == p.out }) &&
			!anyOf(account.list, func(p part) bool { return p.demand.key.has(accountValues(w)) == p.out }) {
			return w, true
		}
	}
	return who{}, false
}

// accountValues returns what aws:PrincipalAccount is in requests of somebody.
func accountValues(w who) []string {
	switch {
	case w.unknown.unknown || w.other.kind != "" || w.kind == serviceCaller || w.kind == federatedCaller:
		return nil
	case w.kind == anonymous:
		return []string{"anonymous"}
	}
	return []string{w.account}
}
