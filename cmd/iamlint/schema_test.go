package main

import (
	"bytes"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/iamlint/iamlint/access"
)

// findingsSchema returns the schema of lint's JSON.
func findingsSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "docs", "schema", "findings.json"))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, text []byte) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err == nil {
		err = schema.Validate(value)
	}
	if err != nil {
		t.Errorf("%v in\n%s", err, text)
	}
}

func TestFindingsSchema(t *testing.T) {
	schema := findingsSchema(t)
	for _, paths := range [][]string{
		{filepath.Join("..", "..", "testdata", "demo")},
		{"missing.json"},
		{t.TempDir()},
	} {
		c, stdout, stderr := newCommand("")
		c.run(append([]string{"lint", "--format", "json"}, paths...))
		if stderr.Len() > 0 {
			t.Error(stderr)
		}
		validate(t, schema, stdout.Bytes())
		if strings.Contains(stdout.String(), "null") {
			t.Errorf("a key that does not apply is there: %s", stdout)
		}
	}
}

// Whatever lint can write has its place in the schema, and nothing else has.
func TestFindingsSchemaHasAllKeys(t *testing.T) {
	schema := findingsSchema(t)
	finding := schema.Properties["findings"].Items2020.Ref
	compareKeys(t, "a finding", finding, jsonFinding{})
	compareKeys(t, "a policy", finding.Properties["policy"], jsonPolicyName{})
	compareKeys(t, "a statement", finding.Properties["statement"], jsonStatement{})
	compareKeys(t, "a witness", finding.Properties["witness"], access.Request{})
	compareKeys(t, "a related place", finding.Properties["related"].Items2020, jsonRelated{})
	compareKeys(t, "a fix", finding.Properties["fixes"].Items2020, jsonFix{})
	compareKeys(t, "an edit", finding.Properties["fixes"].Items2020.Properties["edits"].Items2020, jsonEdit{})
	compareKeys(t, "a position", finding.Properties["start"].Ref, jsonPosition{})
	compareKeys(t, "the summary", schema.Properties["summary"].Ref, jsonSummary{})
}

func compareKeys(t *testing.T, what string, schema *jsonschema.Schema, value any) {
	t.Helper()
	got := slices.Sorted(maps.Keys(schema.Properties))
	want := keysOf(reflect.TypeOf(value))
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("keys of %s (-written +in the schema)\n%s", what, diff)
	}
}

// keysOf returns the names of a struct's fields in JSON.
func keysOf(t reflect.Type) []string {
	var keys []string
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			keys = append(keys, name)
		}
	}
	return keys
}
