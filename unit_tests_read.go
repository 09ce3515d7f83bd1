package iamlint

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/iamlint/iamlint/access"
)

// readUnitTests reads one file of policy unit tests.
func readUnitTests(path string, cfg *Config) ([]UnitTest, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read tests: %w", err)
	}
	r := unitTestReader{configReader: configReader{err: ConfigError{Path: path}}, path: path, cfg: cfg}
	if root := r.root(text); root != nil {
		r.mapping(root, "the file", r.key)
		if len(r.err.Problems) == 0 && r.version == "" {
			r.fail(root, `there is no version: write "version: 1"`)
		}
	}
	if len(r.err.Problems) > 0 {
		r.err.sort()
		return nil, &r.err
	}
	return r.tests, nil
}

type unitTestReader struct {
	configReader
	path    string
	cfg     *Config
	version string
	tests   []UnitTest
}

func (r *unitTestReader) key(key string, at, value *yaml.Node) {
	switch key {
	case "version":
		if r.version, _ = r.text(value, key); r.version != "1" && r.version != "" {
			r.fail(value, "version %s is not supported; there is 1", r.version)
		}
	case "tests":
		if r.is(value, yaml.SequenceNode, key, "a list") {
			for _, item := range value.Content {
				r.test(item)
			}
		}
	default:
		r.unknown(at, "key", []string{"version", "tests"})
	}
}

var unitTestKeys = []string{
	"name", "request", "scope", "identity_policies", "resource_policy", "permissions_boundaries", "session_policies",
	"service_control_policies", "resource_control_policies", "vpc_endpoint_policies", "expect",
}

// verdicts are what a test can expect.
var verdicts = []string{"allowed", "implicit_deny", "explicit_deny"}

func (r *unitTestReader) test(n *yaml.Node) {
	t := UnitTest{File: r.path, Line: n.Line, Case: Case{Dir: filepath.Dir(r.path), Config: r.cfg}}
	c := &t.Case
	r.mapping(n, "a test", func(key string, at, value *yaml.Node) {
		switch key {
		case "name":
			t.Name, _ = r.text(value, key)
		case "request":
			r.mapping(value, key, func(key string, at, value *yaml.Node) { r.request(c, key, at, value) })
		case "scope":
			c.Scope, _ = r.text(value, key)
		case "identity_policies":
			c.Identity = r.policies(value, key)
		case "resource_policy":
			c.ResourcePolicy = r.policy(value, key)
		case "permissions_boundaries":
			if c.Boundary = r.policies(value, key); len(c.Boundary) > 1 {
				r.fail(value, "there are %d permissions boundaries; AWS takes one", len(c.Boundary))
			}
		case "session_policies":
			c.Session = r.policies(value, key)
		case "vpc_endpoint_policies":
			c.Endpoint = r.policies(value, key)
		case "service_control_policies":
			c.SCPs = r.levels(value, key)
		case "resource_control_policies":
			c.RCPs = r.levels(value, key)
		case "expect":
			r.expect(&t, value)
		default:
			r.unknown(at, "key", unitTestKeys)
		}
	})
	r.complete(&t, n)
	r.tests = append(r.tests, t)
}

func (r *unitTestReader) expect(t *UnitTest, n *yaml.Node) {
	text, ok := r.text(n, "expect")
	for _, v := range []access.Verdict{access.Allowed, access.ImplicitDeny, access.ExplicitDeny} {
		if v.String() == text {
			t.Expect = v
			return
		}
	}
	if ok {
		r.unknown(n, "verdict", verdicts)
	}
}

// complete reports what a test lacks.
func (r *unitTestReader) complete(t *UnitTest, n *yaml.Node) {
	if len(r.err.Problems) > 0 {
		return
	}
	if t.Name == "" {
		t.Name = fmt.Sprintf("%s by %s on %s", t.Case.Action, t.Case.Principal, t.Case.Resource)
	}
	switch {
	case t.Case.Principal == "":
		r.fail(n, "the test has no principal in its request")
	case t.Case.Action == "":
		r.fail(n, "the test has no action in its request")
	case t.Expect == access.Undecided:
		r.fail(n, "the test does not say what to expect: allowed, implicit_deny or explicit_deny")
	case t.Case.Resource == "":
		t.Case.Resource = "*"
	}
}

func (r *unitTestReader) request(c *Case, key string, at, value *yaml.Node) {
	switch key {
	case "principal":
		c.Principal, _ = r.text(value, key)
	case "action":
		c.Action, _ = r.text(value, key)
	case "resource":
		c.Resource, _ = r.text(value, key)
	case "resource_account":
		c.ResourceAccount, _ = r.text(value, key)
	case "context":
		c.Context = map[string][]string{}
		r.mapping(value, key, func(key string, _, value *yaml.Node) {
			if value.Kind != yaml.SequenceNode {
				text, _ := r.text(value, "a value of the context")
				c.Context[key] = []string{text}
				return
			}
			c.Context[key] = []string{}
			r.list(value, "a value of the context", func(text string, _ *yaml.Node) {
				c.Context[key] = append(c.Context[key], text)
			})
		})
	default:
		r.unknown(at, "key", []string{"principal", "action", "resource", "resource_account", "context"})
	}
}

// policies returns the policies that a list names or holds.
func (r *unitTestReader) policies(n *yaml.Node, what string) []string {
	if !r.is(n, yaml.SequenceNode, what, "a list") {
		return nil
	}
	var refs []string
	for _, item := range n.Content {
		refs = append(refs, r.policy(item, what))
	}
	return refs
}

// levels returns lists of policies.
func (r *unitTestReader) levels(n *yaml.Node, what string) [][]string {
	if !r.is(n, yaml.SequenceNode, what, "a list of lists, one a level") {
		return nil
	}
	var levels [][]string
	for _, item := range n.Content {
		levels = append(levels, r.policies(item, "a level of "+what))
	}
	return levels
}

// policy returns what names a policy, or its text as JSON.
func (r *unitTestReader) policy(n *yaml.Node, what string) string {
	if n.Kind != yaml.MappingNode {
		text, _ := r.text(n, what)
		return text
	}
	text, err := json.Marshal(r.value(n))
	if err != nil {
		r.fail(n, "%s", err)
	}
	return string(text)
}

// value returns a node as JSON has it. All scalars are text, as policies have
// them, so that an account keeps its zeros.
func (r *unitTestReader) value(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		r.mapping(n, "a policy", func(key string, _, value *yaml.Node) { m[key] = r.value(value) })
		return m
	case yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, item := range n.Content {
			list[i] = r.value(item)
		}
		return list
	case yaml.AliasNode:
		r.is(n, yaml.MappingNode, "a policy", "a mapping")
	}
	return strings.TrimSpace(n.Value)
}
