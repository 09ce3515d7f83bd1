package access_test

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/parse"
	"github.com/iamlint/iamlint/policy"
)

// document reads a policy in JSON, without the outer braces:
// "Statement": [...]. A Terraform file has its first policy.
func document(t testing.TB, text string) *policy.Document {
	t.Helper()
	name := "policy.json"
	if strings.HasPrefix(text, "data ") || strings.HasPrefix(text, "resource ") {
		name = "main.tf"
	} else {
		text = `{"Version": "2012-10-17", ` + text + "}"
	}
	r, err := parse.Load(parse.Options{Paths: []string{"-"}, Stdin: []byte(text), StdinName: name})
	if err != nil || len(r.Problems) > 0 || len(r.Scopes) == 0 || len(r.Scopes[0].Policies) == 0 {
		t.Fatalf("cannot read %s: %v, %v", text, err, r.Problems)
	}
	return r.Scopes[0].Policies[0]
}

// statements returns a document of JSON statements.
func statements(t *testing.T, list ...string) *policy.Document {
	t.Helper()
	return document(t, join(list))
}

func join(list []string) string { return `"Statement": [` + strings.Join(list, ", ") + "]" }

func allow(action, resource string) string { return statement("Allow", action, resource) }
func deny(action, resource string) string  { return statement("Deny", action, resource) }

// statement writes a statement; several actions or resources are separated by
// a blank, and ! in front of the first means all others.
func statement(effect, actions, resources string) string {
	return `{"Effect": "` + effect + `", ` + element("Action", actions) + ", " + element("Resource", resources) + "}"
}

func element(name, values string) string {
	if rest, not := strings.CutPrefix(values, "!"); not {
		name, values = "Not"+name, rest
	}
	return `"` + name + `": ["` + strings.Join(strings.Fields(values), `", "`) + `"]`
}
