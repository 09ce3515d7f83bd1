package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// A nearKey is a condition key that was probably meant by one that does not
// exist.
type nearKey struct {
	name  string
	whole bool // it can be written as it is: no tag key is missing or too much
}

// nearestKeys returns the keys that were probably meant: those of the same
// prefix that are spelt much the same, or else those of the same name that are
// global, or of a service that the statement is about.
func (p *Pass) nearestKeys(s *policy.Statement, name string) []nearKey {
	head, tag, tagged := strings.Cut(name, "/")
	prefix, rest, ok := strings.Cut(head, ":")
	var families []string
	if ok && rest != "" {
		families = p.near.keys(head)
		if len(families) == 0 && tagged {
			head, tagged = name, false // a few have a slash in the name
			families = p.near.keys(head)
		}
	} else {
		rest = prefix
	}
	if len(families) == 0 {
		families = p.namesakes(s, rest)
	}
	var near []nearKey
	for _, head := range families {
		f := familyOf(p.Catalog, head)
		k := nearKey{name: f, whole: strings.HasSuffix(f, "/") == (tagged && tag != "")}
		if strings.HasSuffix(f, "/") {
			if tag == "" {
				tag = "name"
			}
			k.name += tag
		}
		near = append(near, k)
	}
	return near
}

// familyOf returns the family of the key with the name, or of those that have
// it in front of a slash; empty if there is none.
func familyOf(c *catalog.Catalog, head string) string {
	head = strings.TrimSuffix(head, "/")
	for _, ending := range [...]string{"", "/x"} {
		if k := c.ConditionKey(head + ending); k != nil {
			return keyFamily(k.Name)
		}
	}
	return ""
}

// keyFamilies returns the families of all keys with the prefix of a name, less
// the slash at the end.
func keyFamilies(c *catalog.Catalog, name string) []string {
	prefix, _, _ := strings.Cut(name, ":")
	keys := c.GlobalConditionKeys()
	if s := c.Service(prefix); s != nil {
		keys = s.ConditionKeys()
	} else if !strings.EqualFold(prefix, "aws") {
		keys = c.Service("sts").ConditionKeys() // those of tokens
	}
	var families []string
	for i := range keys {
		f := strings.TrimSuffix(keyFamily(keys[i].Name), "/")
		if before, _, _ := strings.Cut(f, ":"); strings.EqualFold(before, prefix) && !slices.Contains(families, f) {
			families = append(families, f)
		}
	}
	return families
}

// maxAsked is how many services are asked for a key.
const maxAsked = 8

// namesakes returns the keys that are called so, whatever their prefix.
func (p *Pass) namesakes(s *policy.Statement, rest string) []string {
	var found, asked []string
	try := func(prefix string) {
		if f := familyOf(p.Catalog, prefix+":"+rest); f != "" && !slices.Contains(found, f) {
			found = append(found, f)
		}
	}
	try("aws")
	for _, v := range s.Action.Values {
		prefix, _, ok := strings.Cut(v.Prefix(), ":")
		if !ok || slices.Contains(asked, prefix) || p.Catalog.Service(prefix) == nil {
			continue
		}
		if asked = append(asked, prefix); len(asked) > maxAsked {
			break
		}
		try(prefix)
	}
	return found
}
