package rules

import (
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// wholeService returns the service of which the value stands for every action.
func wholeService(c *catalog.Catalog, v policy.Value) *catalog.Service {
	text := v.Text()
	i := strings.IndexByte(text, ':')
	if i < 0 || i+1 == len(text) || text[i+1] != '*' || strings.Trim(text[i+1:], "*") != "" || !v.Known() {
		return nil
	}
	return c.Service(text[:i])
}

// A hold is how much of what a service has the resources of a statement are.
type hold uint8

const (
	literals hold = iota // single resources, by name
	patterns             // some, by name
	every                // all that one type of resource has, in some account
)

// holdOn returns how much the statement's resources hold of the service. What
// cannot be known is taken for a name.
func holdOn(d *policy.Document, s *policy.Statement, service *catalog.Service) hold {
	if s.NotResource.Present() {
		return every
	}
	h := literals
	for _, v := range s.Resource.Values {
		switch {
		case v.AllWildcard(), isEveryID(d, v, service):
			return every
		case v.HasWildcard(), !v.Known() && v.Unknown(), s.Resource.Open():
			h = patterns
		}
	}
	return h
}

// isEveryID says whether the value stands for every name that resources of one
// of the service's types may have.
func isEveryID(d *policy.Document, v policy.Value, service *catalog.Service) bool {
	arn, ok := policy.ParseARN(v)
	if !ok || !arn.Resource.HasWildcard() || !mayBe(arn.Service, service) {
		return false
	}
	ids := lastField(arn.Resource, d.Modern())
	for _, t := range service.ResourceTypes() {
		for _, format := range t.ARNs {
			if formatPattern(idsOf(format)).In(ids) == access.Yes {
				return true
			}
		}
	}
	return false
}

// mayBe says whether the service field of an ARN may be that of the service's
// resources.
func mayBe(field policy.Value, service *catalog.Service) bool {
	if !field.Known() || field.HasWildcard() {
		return true
	}
	for _, t := range service.ResourceTypes() {
		if strings.HasPrefix(t.ARN, "arn:${Partition}:"+field.Text()+":") {
			return true
		}
	}
	return false
}

// lastField returns a pattern of resources that have that last field.
func lastField(v policy.Value, modern bool) *access.Pattern {
	return access.ResourcePattern(behind(anyFields, v), modern)
}

// behind returns the value with a text in front of it.
func behind(text string, v policy.Value) policy.Value {
	holes := v.Holes()
	moved := make([]policy.Hole, len(holes))
	for i, h := range holes {
		h.At += len(text)
		moved[i] = h
	}
	return policy.NewValue(policy.Span{}, text+v.Text(), moved...)
}

// idsOf returns the format with all fields but the last left open.
func idsOf(format string) string {
	fields := strings.SplitN(format, ":", 6)
	return anyFields + fields[len(fields)-1]
}

const anyFields = "arn:*:*:*:*:"
