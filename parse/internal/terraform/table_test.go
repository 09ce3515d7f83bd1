package terraform

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/policy"
)

func TestHolders(t *testing.T) {
	policies, types := 0, 0
	for kind, rows := range holders() {
		holds := false
		for _, h := range rows {
			name := kind + " " + h.path()
			switch {
			case h.none || h.organizations:
			case h.kind == policy.Unknown:
				t.Errorf("%s: unknown kind", name)
			case h.kind == policy.Resource && h.service == "":
				t.Errorf("%s: no service", name)
			}
			if h.attribute == "" || strings.Contains(h.attribute, ".") {
				t.Errorf("%s: attribute %q", name, h.attribute)
			}
			if h.owner == "self" {
				if _, ok := derived()[kind+" arn"]; !ok && !unknownARN[kind] {
					t.Errorf("%s: the ARN of its owner is not known", name)
				}
			}
			if !h.none {
				policies, holds = policies+1, true
			}
		}
		if holds {
			types++
		}
	}
	if policies != 79 || types != 78 {
		t.Errorf("%d attributes of %d types, want 79 of 78", policies, types)
	}
}

// unknownARN are types that protect themselves by their policy, and of whose
// ARN too little is known.
var unknownARN = map[string]bool{}

func TestDerived(t *testing.T) {
	types := map[string]bool{}
	for name, p := range derived() {
		kind, attribute, ok := strings.Cut(name, " ")
		if !ok || attribute == "" || len(p) == 0 {
			t.Errorf("%q does not parse", name)
		}
		types[strings.TrimPrefix(kind, "data.")] = true
		for i, pl := range p {
			if strings.ContainsAny(pl.text+pl.name+pl.trim, "{}") || pl.name == "" && i < len(p)-1 {
				t.Errorf("%s: place %+v", name, pl)
			}
		}
		if text := p[0].text; strings.HasPrefix(text, "arn:") && text != "arn:" {
			t.Errorf("%s: has a partition", name)
		}
	}
	if len(types) < 60 {
		t.Errorf("only %d types", len(types))
	}
}

func TestRelevant(t *testing.T) {
	for text, want := range map[string]bool{
		`resource "aws_iam_user" "u" {}`:                                true,
		`data "aws_iam_policy_document" "d" {}`:                         true,
		`resource "aws_opensearch_domain" "d" { access_policies = "" }`: true,
		`module "m" { x = jsonencode({ Statement = [] }) }`:             true,
		`resource "aws_vpc" "v" { cidr_block = "10.0.0.0/8" }`:          false,
		"r\x00e\x00s\x00o\x00u\x00r\x00c\x00e\x00":                      true, // UTF-16
		``: false,
	} {
		if got := Relevant([]byte(text)); got != want {
			t.Errorf("Relevant(%s) = %v", text, got)
		}
	}
	for kind, rows := range holders() {
		for _, h := range rows {
			if !h.none && !Relevant([]byte(kind+" "+h.path())) {
				t.Errorf("%s %s is not relevant", kind, h.path())
			}
		}
	}
}
