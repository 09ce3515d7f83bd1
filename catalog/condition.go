package catalog

import (
	"slices"
	"strings"
)

// A ConditionKey is a condition key that AWS documents.
type ConditionKey struct {
	Name string // "s3:prefix"; may have variable parts: "aws:ResourceTag/${TagKey}"
	Type string // String, ARN, Numeric, Bool, Date, IPAddress or Binary, or ArrayOf and one of these

	pattern string // Name with ?* for each variable part; empty if there is none
}

// Multivalued says that a request may carry several values for the key.
func (k *ConditionKey) Multivalued() bool { return strings.HasPrefix(k.Type, "ArrayOf") }

// ValueType returns the type of one value: Type without ArrayOf.
func (k *ConditionKey) ValueType() string { return strings.TrimPrefix(k.Type, "ArrayOf") }

// Variable says that a part of the name is the policy author's to fill in.
func (k *ConditionKey) Variable() bool { return k.pattern != "" }

// GlobalConditionKeys returns the keys that do not belong to the service of
// the action: those with prefix "aws", and those of sessions that a few
// services issue, such as "ec2:SourceInstanceArn". They are sorted by name
// without regard to case.
func (c *Catalog) GlobalConditionKeys() []ConditionKey { return c.globals }

// GlobalConditionKey returns the global key with the name, in any case, or
// nil. "aws:PrincipalTag/team" gives "aws:PrincipalTag/tag-key".
func (c *Catalog) GlobalConditionKey(name string) *ConditionKey {
	return findConditionKey(c.globals, name)
}

// ConditionKey returns the key with the name, in any case, or nil: a global
// one, one of the service that its prefix names, or one whose prefix is not a
// service, such as "token.actions.githubusercontent.com:repository".
func (c *Catalog) ConditionKey(name string) *ConditionKey {
	if k := c.GlobalConditionKey(name); k != nil {
		return k
	}
	prefix, _, ok := cutColon(name)
	if !ok {
		return nil
	}
	if s := c.Service(prefix); s != nil {
		return s.ConditionKey(name)
	}
	for _, line := range c.keyPrefixes {
		if p := field(&line); !matchFold(variablePattern(p, p), prefix) {
			continue
		}
		for service := range strings.SplitSeq(line, " ") {
			if k := c.Service(service).ConditionKey(name); k != nil {
				return k
			}
		}
	}
	return nil
}

// readConditionKey decodes a line.
func readConditionKey(line string) ConditionKey {
	name := field(&line)
	return ConditionKey{Name: name, Type: line, pattern: variablePattern(name, "")}
}

// variablePattern returns the name with ?* in place of its variable parts,
// which AWS writes ${TagKey}, <key> and tag-key; without any it returns other.
func variablePattern(name, other string) string {
	if rest, ok := strings.CutSuffix(name, "/tag-key"); ok {
		return rest + "/?*"
	}
	opening, closing := "${", "}"
	if strings.Contains(name, "<") {
		opening, closing = "<", ">"
	}
	before, after, ok := strings.Cut(name, opening)
	if !ok {
		return other
	}
	_, after, _ = strings.Cut(after, closing)
	return before + "?*" + variablePattern(after, after)
}

// findConditionKey looks the name up as it stands, then as one with variable
// parts filled in. The longest pattern wins: one that says more of the name.
func findConditionKey(keys []ConditionKey, name string) *ConditionKey {
	i, ok := slices.BinarySearchFunc(keys, name, func(k ConditionKey, name string) int {
		return compareFold(k.Name, name)
	})
	if ok {
		return &keys[i]
	}
	var found *ConditionKey
	for i := range keys {
		k := &keys[i]
		if k.pattern != "" && matchFold(k.pattern, name) && (found == nil || len(k.pattern) > len(found.pattern)) {
			found = k
		}
	}
	return found
}
