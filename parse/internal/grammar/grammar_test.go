package grammar_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/parse/internal/grammar"
	"github.com/iamlint/iamlint/parse/internal/jsondoc"
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

var interpolation = regexp.MustCompile(`\$\{(\w+)\}`)

// document reads JSON in which each ${name} is a hole.
func document(t *testing.T, text string) *policy.Document {
	t.Helper()
	var holes []policy.Hole
	removed := 0
	for _, m := range interpolation.FindAllStringSubmatchIndex(text, -1) {
		holes = append(holes, policy.Hole{At: m[0] - removed, Expr: text[m[2]:m[3]], ID: text[m[2]:m[3]]})
		removed += m[1] - m[0]
	}
	n, problem := jsondoc.ParseText(policy.NewValue(policy.Span{}, interpolation.ReplaceAllString(text, ""), holes...))
	if problem != nil {
		t.Fatalf("%s: %s", text, problem.Message)
	}
	return grammar.Document(&n)
}

func TestGuessKind(t *testing.T) {
	for _, test := range []struct {
		text, service string
		kind          policy.Kind
	}{
		{`{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}`, "", policy.Identity},
		{`{"Statement": [{"Action": "s3:*", "Resource": "*"}, {"Principal": "*", "Action": "s3:*", "Resource": "*"}]}`, "s3", policy.Resource},
		{`{"Statement": {"NotPrincipal": "*", "Action": ["SQS:*", "sqs:Send*"], "Resource": "*"}}`, "sqs", policy.Resource},
		{`{"Statement": {"Principal": "*", "Action": ["sqs:*", "sns:*"], "Resource": "*"}}`, "", policy.Resource},
		{`{"Statement": {"Principal": "*", "Action": "*", "Resource": "*"}}`, "", policy.Resource},
		{`{"Statement": {"Principal": "*", "Action": "s*:*", "Resource": "*"}}`, "", policy.Resource},
		{`{"Statement": {"Principal": "*", "Action": "${x}:Get*", "Resource": "*"}}`, "", policy.Resource},
		{`{"Statement": {"Principal": "*", "Action": "s3:${x}", "Resource": "*"}}`, "s3", policy.Resource},
		{`{"Statement": {"Principal": "*", "Action": ["s3:*", ${x}], "Resource": "*"}}`, "", policy.Resource},
		{`{"Statement": {"Principal": "*", "NotAction": "s3:*", "Resource": "*"}}`, "", policy.Resource},
		{`{"Statement": {"Principal": "*", "Action": ["sts:AssumeRole", "sts:TagSession"]}}`, "", policy.Trust},
		{`{"Statement": {"Principal": "*", "Action": "sts:AssumeRole", "Resource": "*"}}`, "sts", policy.Resource},
		{`{"Statement": {"Principal": "*", "Action": "ecr:*"}}`, "ecr", policy.Resource},
		{`{"Statement": []}`, "", policy.Unknown},
		{`{}`, "", policy.Unknown},
		{`${x}`, "", policy.Unknown},
		// What is not known may hold a principal, or a resource.
		{`{"Statement": [{"Action": "s3:*"}, ${x}]}`, "", policy.Unknown},
		{`{"Statement": {"Action": "s3:*", ${x}}}`, "", policy.Unknown},
		{`{"Statement": [{"Principal": "*", "Action": "sts:AssumeRole"}, ${x}]}`, "sts", policy.Resource},
	} {
		kind, service := grammar.GuessKind(document(t, test.text))
		if kind != test.kind || service != test.service {
			t.Errorf("%s: got %v %q, want %v %q", test.text, kind, service, test.kind, test.service)
		}
	}
}

// What cannot be known, and what has a wrong type, is there, but open: nothing
// follows from what is missing in it.
func TestOpen(t *testing.T) {
	exprs := func(holes []policy.Hole) string {
		var all []string
		for _, h := range holes {
			all = append(all, h.Expr)
		}
		return strings.Join(all, " ")
	}
	d := document(t, `{
		"Version": ${v}, ${more},
		"Statement": [
			{
				"Sid": ${sid}, "Effect": ${effect}, "Action": ["s3:*", ${action}, 5], "Resource": ${resource}, ${element},
				"Principal": {"AWS": ${aws}, ${type}}, "NotPrincipal": [], "Condition": {"Bool": {${key}}, ${operator}, "Null": 1}
			},
			{"${name}": "*", "NotAction": "s3:*"},
			${statement}, 7
		]
	}`)
	s := d.Statements[0]
	for _, test := range []struct{ what, got, want string }{
		{"Version", d.Version.String(), "${v}"},
		{"document", exprs(d.Rest), "more"},
		{"statements", exprs(d.MoreStatements), "number statement"},
		{"Sid", s.Sid.String(), "${sid}"},
		{"Effect", s.EffectValue.String() + s.Effect.String(), "${effect}"},
		{"Action", exprs(s.Action.Rest), "number action"},
		{"Resource", exprs(s.Resource.Rest), "resource"},
		{"statement", exprs(s.Rest), "element"},
		{"Principal", exprs(s.Principal.Rest) + exprs(s.Principal.Sets[0].Rest), "typeaws"},
		{"NotPrincipal", exprs(s.NotPrincipal.Rest), "list"},
		{"Condition", exprs(s.Condition.Rest), "operator key number"},
		{"element of unknown name", exprs(d.Statements[1].Rest), "${name}"},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.what, test.got, test.want)
		}
	}
	if s.Action.Written || !s.Resource.Present() || s.Resource.Empty() || s.Principal.Empty() || !d.Statements[1].NotAction.Scalar {
		t.Errorf("Action %+v, Resource %+v, Principal %+v", s.Action, s.Resource, s.Principal)
	}
}

// An unknown item of a list is one value; an unknown value may be a list.
func TestUnknownItem(t *testing.T) {
	hole := policy.Hole{Expr: "var.x", ID: "var.x"}
	name := func(text string) policy.Value { return policy.NewValue(policy.Span{}, text) }
	list := tree.Node{Kind: tree.Array, Items: []tree.Node{
		{Kind: tree.String, Value: name("s3:*")}, tree.UnknownNode(hole),
	}}
	d := grammar.Document(&tree.Node{Kind: tree.Object, Fields: []tree.Field{{
		Key: name("Statement"), Value: tree.Node{Kind: tree.Object, Fields: []tree.Field{
			{Key: name("Action"), Value: list}, {Key: name("Resource"), Value: tree.UnknownNode(hole)},
		}},
	}}})
	action, resource := d.Statements[0].Action, d.Statements[0].Resource
	if len(action.Values) != 2 || action.Open() || action.Values[1].String() != "${var.x}" {
		t.Errorf("Action: %+v", action)
	}
	if len(resource.Values) != 0 || len(resource.Rest) != 1 {
		t.Errorf("Resource: %+v", resource)
	}
}

// What a hole in a list of statements may stand for is in the document.
func TestOptions(t *testing.T) {
	hole, other := policy.Hole{Expr: "var.x ? … : …"}, policy.Hole{Expr: "var.list"}
	list := tree.Node{Kind: tree.Array, Items: []tree.Node{{Kind: tree.Object}}}
	list.AddRest(hole, other)
	list.Options = []tree.Option{{Hole: hole, Items: []tree.Node{{Kind: tree.Object}, {Kind: tree.Null}}}}
	d := grammar.Document(&tree.Node{Kind: tree.Object, Fields: []tree.Field{
		{Key: policy.NewValue(policy.Span{}, "Statement"), Value: list},
	}})
	if len(d.Statements) != 2 || d.Statements[0].Optional || !d.Statements[1].Optional || d.Statements[1].Index != 1 {
		t.Errorf("statements: %+v", d.Statements)
	}
	if len(d.MoreStatements) != 1 || d.MoreStatements[0] != other {
		t.Errorf("more statements: %+v", d.MoreStatements)
	}
}

// An object of thousands of wrong members must not take their number squared.
func TestManyUnknownElements(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"Version": "2012-10-17"`)
	for i := range 30_000 {
		fmt.Fprintf(&b, `, "Actions%d": 1, "x": 2`, i)
	}
	d := document(t, b.String()+"}")
	if len(d.Problems) != 60_000 { // x is unknown once, and otherwise a duplicate
		t.Errorf("%d problems", len(d.Problems))
	}
}
