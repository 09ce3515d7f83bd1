package catalog

import (
	"iter"
	"slices"
	"strings"
)

// open reads everything in front of the services, and their places.
func open(text string) *Catalog {
	r := &reader{text}
	if v := r.header("iamlint-catalog"); v != "1" {
		panic("catalog: data has format " + v)
	}
	c := &Catalog{date: r.header("date"), source: r.header("source")}
	r.header("dependents")
	n := number(r.header("services"))
	index := *r // read once more below, when it is known where the services start
	for range n {
		r.line()
	}
	c.globals = make([]ConditionKey, number(r.header("globals")))
	for i := range c.globals {
		c.globals[i] = readConditionKey(r.line())
	}
	c.vendors = r.table("vendors")
	c.keyPrefixes = r.table("keyprefixes")
	c.services = make([]Service, n)
	c.prefixes = make([]string, n)
	for i := range c.services {
		s := &c.services[i]
		s.open(index.line(), r)
		s.first = c.actions
		c.prefixes[i] = s.prefix
		c.actions += s.count
	}
	r.end()
	return c
}

// open sets what the line of the index says; r stands at the service's text.
func (s *Service) open(line string, r *reader) {
	s.prefix = field(&line)
	s.name = field(&line)
	s.count = number(field(&line))
	names, details := number(field(&line)), number(field(&line))
	s.rcp = line == "rcp"
	s.namesText = r.bytes(names)
	s.detailsText = r.bytes(details)
}

// A table maps names to lists of service prefixes. Its lines are sorted.
type table []string

// table takes a table with its title.
func (r *reader) table(title string) table {
	t := make(table, number(r.header(title)))
	for i := range t {
		t[i] = r.line()
	}
	return t
}

// get returns the service prefixes of the name.
func (t table) get(name string) iter.Seq[string] {
	i, ok := slices.BinarySearchFunc(t, name, func(line, name string) int {
		return strings.Compare(field(&line), name)
	})
	if !ok {
		return func(func(string) bool) {}
	}
	line := t[i]
	field(&line)
	return strings.SplitSeq(line, " ")
}
