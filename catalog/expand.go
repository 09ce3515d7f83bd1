package catalog

import "strings"

// Expand returns the actions that a pattern of a policy's Action element
// matches: "s3:Get*", "*", "*:*", "ec2:?escribe*". They are sorted by service
// and name. A pattern without a colon other than "*" matches nothing.
func (c *Catalog) Expand(pattern string) []*Action { return c.AppendExpand(nil, pattern) }

// AppendExpand appends to list what [Catalog.Expand] returns.
func (c *Catalog) AppendExpand(list []*Action, pattern string) []*Action {
	prefix, name, ok := c.splitPattern(pattern)
	if !ok {
		return list
	}
	if s := c.Service(prefix); s != nil {
		return s.appendMatch(list, name)
	}
	if !strings.ContainsAny(prefix, "*?") {
		return list
	}
	if prefix == "*" && name == "*" && list == nil {
		list = make([]*Action, 0, c.actions)
	}
	for i := range c.services {
		if s := &c.services[i]; matchFold(prefix, s.prefix) {
			list = s.appendMatch(list, name)
		}
	}
	return list
}

// ExpandsToAny says whether the pattern matches any action, as [Catalog.Expand] does.
func (c *Catalog) ExpandsToAny(pattern string) bool {
	prefix, name, ok := c.splitPattern(pattern)
	if !ok {
		return false
	}
	if s := c.Service(prefix); s != nil {
		return s.matchAny(name)
	}
	if !strings.ContainsAny(prefix, "*?") {
		return false
	}
	for i := range c.services {
		if s := &c.services[i]; matchFold(prefix, s.prefix) && s.matchAny(name) {
			return true
		}
	}
	return false
}

// splitPattern returns the patterns of service and action.
func (c *Catalog) splitPattern(pattern string) (prefix, name string, ok bool) {
	prefix, name, ok = cutColon(pattern)
	prefix, name = oneStar(prefix), oneStar(name)
	if !ok && prefix == "*" {
		return "*", "*", true
	}
	return prefix, name, ok
}
