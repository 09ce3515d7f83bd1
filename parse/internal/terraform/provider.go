package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iamlint/iamlint/policy"
)

// What a provider configuration stands for, its account, partition and Region,
// is one unknown each: the same wherever it is seen, and another for each
// configuration, which may be another account.

// provider returns the name of the provider configuration that a block uses.
func (in *instance) provider(b *block) string {
	a := b.attribute("provider")
	if a == nil {
		kind, _, _ := strings.Cut(b.kind(), "_")
		return kind
	}
	t, diags := hcl.AbsTraversalForExpr(a.Expr)
	if diags.HasErrors() {
		return "?"
	}
	return t.RootName() + stepText(t[1:])
}

func (in *instance) partition(b *block, at policy.Span) policy.Hole {
	return in.ofProvider(b, "partition", policy.PartitionForm, at)
}

func (in *instance) account(b *block, at policy.Span) policy.Hole {
	return in.ofProvider(b, "account", policy.AccountForm, at)
}

func (in *instance) dnsSuffix(b *block, at policy.Span) policy.Hole {
	return in.ofProvider(b, "dns-suffix", policy.DNSSuffixForm, at)
}

func (in *instance) ofProvider(b *block, what string, form policy.Form, at policy.Span) policy.Hole {
	p := in.provider(b)
	h := policy.Hole{Expr: what, ID: what + "@" + p, Form: form, Span: at}
	if _, alias, ok := strings.Cut(p, "."); ok {
		h.Expr = alias + " " + what
	}
	return h
}

// region returns the Region that a block is in: what it says itself, else what
// its provider says.
func (s *scope) region(b *block, el element, at policy.Span) policy.Value {
	if b.attribute("region") != nil {
		if t, ok := s.argument(b, el, "region", at).asText(); ok && t.Known() {
			return t
		}
		return holeText(s.attributeHole(b, el, "region", policy.RegionForm, at))
	}
	if b.isData() && b.kind() == "aws_region" && b.attribute("name") != nil { // its name before provider 6
		if t, ok := s.argument(b, el, "name", at).asText(); ok && t.Known() {
			return t
		}
		return holeText(s.attributeHole(b, el, "name", policy.RegionForm, at))
	}
	if p := s.providers[s.provider(b)]; p != nil && p.attribute("region") != nil {
		if t, ok := s.argument(p, element{}, "region", at).asText(); ok && t.Known() {
			return t
		}
	}
	return holeText(s.ofProvider(b, "region", policy.RegionForm, at))
}
