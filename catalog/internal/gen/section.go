package main

import (
	"fmt"
	"strconv"
	"strings"
)

// levels are the access levels as AWS writes them, and their letters.
var levels = map[string]string{
	"Read": "R", "List": "L", "Write": "W", "Tagging": "T", "Permissions management": "P",
}

// A section collects the tables of one service.
type section struct {
	keyIndex, typeIndex           map[string]int // lower-case name → place in its list
	keyLists, depLists, resources table
}

// encodeService returns the two parts of a service: the names with levels,
// which every run reads, and the details, which few do.
func encodeService(s *service) (names, details string, err error) {
	sec := &section{keyIndex: map[string]int{}, typeIndex: map[string]int{}}
	var keys, types, actions strings.Builder
	for i, k := range s.keys {
		sec.keyIndex[strings.ToLower(k.Key)] = i
		line(&keys, k.Key, k.Type)
	}
	for i, t := range s.types {
		sec.typeIndex[strings.ToLower(t.Key)] = i
		id, err := sec.keyList(t.ConditionKeys)
		if err != nil {
			return "", "", fmt.Errorf("resource type %s: %w", t.Key, err)
		}
		line(&types, append([]string{t.Key, strconv.Itoa(id)}, t.formats()...)...)
	}
	for _, a := range s.actions {
		fields, err := sec.action(a)
		if err != nil {
			return "", "", fmt.Errorf("action %s: %w", a.Name, err)
		}
		line(&actions, fields...)
	}
	blocks := []string{keys.String(), sec.keyLists.String(), types.String(), sec.depLists.String(), sec.resources.String()}
	return actions.String(), strings.Join(blocks, "\n"), nil
}

// action returns the fields of an action's line: levels, name, and the numbers
// of its resource list, key list and dependents, without trailing zeros.
func (sec *section) action(a action) ([]string, error) {
	if strings.ContainsAny(a.Name, " \t\n*?[]") {
		return nil, fmt.Errorf("bad name")
	}
	letters := ""
	for level := range strings.SplitSeq(a.AccessLevel, ", ") {
		if levels[level] == "" {
			return nil, fmt.Errorf("unknown access level %q", level)
		}
		letters += levels[level]
	}
	keys, err := sec.keyList(a.ConditionKeys)
	if err != nil {
		return nil, err
	}
	var items []string
	for _, r := range a.ResourceTypes {
		item, err := sec.resource(r)
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	deps := sec.depLists.id(strings.Join(a.DependentActions, " "))
	return append([]string{letters, a.Name}, numbers(sec.resources.id(strings.Join(items, " ")), keys, deps)...), nil
}

// resource returns one item of a resource list: the type's place, "!" if it is
// required, and the numbers of its key list and dependents.
func (sec *section) resource(r actionResource) (string, error) {
	i, ok := sec.typeIndex[strings.ToLower(r.Name)]
	if !ok {
		return "", fmt.Errorf("unknown resource type %q", r.Name)
	}
	keys, err := sec.keyList(r.ConditionKeys)
	if err != nil {
		return "", err
	}
	item := strconv.Itoa(i)
	if r.Required {
		item += "!"
	}
	deps := sec.depLists.id(strings.Join(r.DependentActions, " "))
	return strings.Join(append([]string{item}, numbers(keys, deps)...), ":"), nil
}

// keyList returns the number of a list of condition keys.
func (sec *section) keyList(keys []string) (int, error) {
	var places []string
	for _, k := range keys {
		i, ok := sec.keyIndex[strings.ToLower(k)]
		if !ok {
			return 0, fmt.Errorf("unknown condition key %q", k)
		}
		places = append(places, strconv.Itoa(i))
	}
	return sec.keyLists.id(strings.Join(places, " ")), nil
}

// numbers writes list numbers without trailing zeros.
func numbers(ids ...int) []string {
	for len(ids) > 0 && ids[len(ids)-1] == 0 {
		ids = ids[:len(ids)-1]
	}
	var list []string
	for _, id := range ids {
		list = append(list, strconv.Itoa(id))
	}
	return list
}

// line writes tab-separated fields.
func line(b *strings.Builder, fields ...string) {
	b.WriteString(strings.Join(fields, "\t"))
	b.WriteByte('\n')
}
