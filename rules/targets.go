package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// targets are the resources of a statement, to be asked which actions they may
// be resources of.
type targets struct {
	values   []policy.Value
	patterns []*access.Pattern
	open     bool            // there may be any others
	unsure   bool            // which they are is not known
	known    map[string]bool // by format of an ARN
}

func targetsOf(d *policy.Document, s *policy.Statement) *targets {
	list, not := s.Resources()
	t := &targets{
		values: make([]policy.Value, len(list.Values)), patterns: make([]*access.Pattern, len(list.Values)),
		open: not || list.Open() || !list.Present(), known: map[string]bool{},
	}
	for i, v := range list.Values {
		t.values[i] = named(v)
		t.patterns[i] = access.ResourcePattern(t.values[i], d.Modern())
		t.open = t.open || v.AllWildcard()
		t.unsure = t.unsure || !t.values[i].Known()
	}
	return t
}

// named returns the value with a letter for each hole, if all are names and
// such, without a slash: which it is makes no difference to what the value may
// be a resource of.
func named(v policy.Value) policy.Value {
	var b strings.Builder
	at := 0
	for _, h := range v.Holes() {
		if !h.Form.Safe() || h.Form == policy.SafeForm || h.Form == policy.PathForm || h.Form == policy.ServiceForm {
			return v
		}
		b.WriteString(v.Text()[at:h.At] + "x")
		at = h.At
	}
	if v.Known() {
		return v
	}
	b.WriteString(v.Text()[at:])
	return policy.NewValue(v.Span, b.String())
}

// anyVendor is how the ARNs of things begin that are named as what they were
// made from, such as recovery points.
const anyVendor = "arn:${Partition}:${"

// services returns the services that may act on them.
func (t *targets) services(c *catalog.Catalog) []*catalog.Service {
	var list []*catalog.Service
	for _, v := range t.values {
		arn, ok := policy.ParseARN(v)
		if !ok || !arn.Service.Known() || arn.Service.HasWildcard() {
			return everyService(c)
		}
		for _, s := range c.ARNServices(arn.Service.Text()) {
			if !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
	}
	return list
}

func everyService(c *catalog.Catalog) []*catalog.Service {
	services := c.Services()
	list := make([]*catalog.Service, len(services))
	for i := range services {
		list[i] = &services[i]
	}
	return list
}

// take says whether the action may act on one of them: as a resource that it
// needs, or, if it needs none, as any.
func (t *targets) take(a *catalog.Action) bool {
	if t.open {
		return true
	}
	needs, takes := false, false
	for _, r := range a.Resources() {
		if needs && !r.Required {
			continue
		}
		if r.Required && !needs {
			needs, takes = true, false
		}
		takes = takes || t.takeAs(a.Service().ResourceType(r.Type))
	}
	return takes
}

func (t *targets) takeAs(r *catalog.ResourceType) bool {
	if r == nil {
		return false
	}
	for _, format := range r.ARNs {
		if strings.HasPrefix(format, anyVendor) {
			continue
		}
		takes, ok := t.known[format]
		if !ok {
			takes = t.mayBe(format)
			t.known[format] = takes
		}
		if takes {
			return true
		}
	}
	return false
}

// mayBe says whether one of them may have an ARN of the format.
func (t *targets) mayBe(format string) bool {
	p := formatPattern(format)
	for i, v := range t.values {
		if !isObject(v, format) && t.patterns[i].Overlaps(p) != access.No {
			return true
		}
	}
	return false
}
