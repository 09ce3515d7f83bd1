package catalog

import "strings"

// details are the parts of a service that few callers ask for. Actions share
// the lists, which are numbered: 0 is the empty list.
type details struct {
	keys      []ConditionKey
	keyLists  [][]string
	types     []ResourceType
	depLists  [][]string
	resources [][]ActionResource
}

// detail returns the details, decoded on the first call.
func (s *Service) detail() *details {
	s.detailsOnce.Do(func() { s.details.read(&reader{s.detailsText}) })
	return &s.details
}

// read decodes the five blocks.
func (d *details) read(r *reader) {
	block := r.block()
	d.keys = make([]ConditionKey, block.lines())
	for i := range d.keys {
		d.keys[i] = readConditionKey(block.line())
	}
	block = r.block()
	d.keyLists = readLists(block, func(item string) string { return d.keys[number(item)].Name })
	block = r.block()
	d.types = make([]ResourceType, block.lines())
	for i := range d.types {
		d.types[i] = d.readType(block.line())
	}
	block = r.block()
	d.depLists = readLists(block, func(item string) string { return item })
	block = r.block()
	d.resources = readLists(block, d.readResource)
}

// readLists decodes lines of items. Numbering starts at 1, after the empty
// list. The lists share one array, cut so that none can grow into the next.
func readLists[T any](r reader, read func(string) T) [][]T {
	lists := make([][]T, 1, r.lines()+1)
	items := make([]T, 0, strings.Count(r.text, " ")+r.lines())
	for r.text != "" {
		start := len(items)
		for item := range strings.SplitSeq(r.line(), " ") {
			items = append(items, read(item))
		}
		lists = append(lists, items[start:len(items):len(items)])
	}
	return lists
}

func (d *details) readType(line string) ResourceType {
	t := ResourceType{Name: field(&line)}
	t.ConditionKeys = d.keyLists[number(field(&line))]
	t.ARNs = strings.Split(line, "\t")
	t.ARN = t.ARNs[0]
	return t
}

func (d *details) readResource(item string) ActionResource {
	place, item, _ := strings.Cut(item, ":")
	keys, dependents, _ := strings.Cut(item, ":")
	place, required := strings.CutSuffix(place, "!")
	return ActionResource{
		Type:             d.types[number(place)].Name,
		Required:         required,
		ConditionKeys:    d.keyLists[number(keys)],
		DependentActions: d.depLists[number(dependents)],
	}
}
