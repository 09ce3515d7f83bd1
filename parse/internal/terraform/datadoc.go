package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// A dataDoc is an aws_iam_policy_document that is being read.
//
// Source: documentation of the Terraform AWS provider, data source
// aws_iam_policy_document, and its implementation.
type dataDoc struct {
	*scope
	doc  *policy.Document
	more []policy.Hole // what the blocks may make more statements of
}

// dataDocument returns the policy that a data block makes: what is the same
// for all instances of it. It is nil while it is being read: it is part of a
// cycle then.
func (in *instance) dataDocument(b *block) *policy.Document {
	key := attrKey{block: b}
	if d, ok := in.documents[key]; ok {
		return d
	}
	in.documents[key] = nil
	d := in.readDocument(b, element{})
	in.documents[key], in.blockOf[d] = d, b
	return d
}

// readDocument reads the policy that an instance of a data block makes.
func (in *instance) readDocument(b *block, el element) *policy.Document {
	d := dataDoc{scope: in.in(b, el), doc: &policy.Document{
		Span: spanOf(b.file, b.Range()), Head: b.header(), Name: in.qualified(b), Syntax: hclSyntax,
	}}
	if !el.symbolic() {
		d.doc.Name += "[" + show(el.key) + "]"
	}
	d.document = true
	d.doc.Version = d.stringArgument("version")
	if d.doc.Version == nil {
		v := policy.NewValue(policy.Span{}, "2012-10-17")
		d.doc.Version = &v
	}
	d.doc.ID = d.stringArgument("policy_id")
	d.merge(d.statements(b.Body))
	return d.doc
}

// stringArgument returns an argument that is a string; nil if it is not set,
// or set to what is as if it were not.
func (d *dataDoc) stringArgument(name string) *policy.Value {
	a := d.block.attribute(name)
	if a == nil {
		return nil
	}
	return d.optional(a)
}

// optional returns a string that is as if it were not there when it is empty.
func (s *scope) optional(a *hclsyntax.Attribute) *policy.Value {
	if a == nil {
		return nil
	}
	t, ok := s.eval(a.Expr).asText()
	if !ok || t.Is("") {
		return nil
	}
	return &t
}

// statements reads the statement blocks, those under dynamic with them.
func (d *dataDoc) statements(body *hclsyntax.Body) []*policy.Statement {
	var all []*policy.Statement
	for _, x := range d.blocks(body, "statement") {
		if x.more {
			d.more = append(d.more, x.holes...)
		}
		st := x.scope.statement(x.body)
		st.Span, st.Head, st.Optional = x.Span, x.head, x.optional
		all = append(all, st)
		if len(all) >= maxItems {
			d.more = append(d.more, d.tooMany())
			break
		}
	}
	return all
}

// tooMany says that a document has more statements than are read, and returns
// what stands for them.
func (d *dataDoc) tooMany() policy.Hole {
	d.stop(d.doc.Head, "statements", "a document is not read in full: it has too many statements")
	return policy.Hole{Expr: "…", Span: d.doc.Head}
}

// statement reads the arguments and blocks of one statement.
func (s *scope) statement(body *hclsyntax.Body) *policy.Statement {
	st := &policy.Statement{Sid: s.optional(body.Attributes["sid"])}
	st.Effect, st.EffectValue = s.effect(body.Attributes["effect"])
	st.Action = s.stringSet(body.Attributes["actions"], asWritten)
	st.NotAction = s.stringSet(body.Attributes["not_actions"], asWritten)
	st.Resource = s.stringSet(body.Attributes["resources"], withVariables)
	st.NotResource = s.stringSet(body.Attributes["not_resources"], withVariables)
	st.Principal = s.principals(body, "principals")
	st.NotPrincipal = s.principals(body, "not_principals")
	st.Condition = s.conditions(body)
	return st
}

// effect reads the effect, which is Allow if it is not given.
func (s *scope) effect(a *hclsyntax.Attribute) (policy.Effect, *policy.Value) {
	if a == nil {
		return policy.Allow, nil
	}
	v := s.eval(a.Expr)
	t, ok := v.asText()
	switch {
	case v.kind == null:
		return policy.Allow, nil
	case !ok:
		return policy.NoEffect, nil
	case t.Is("Allow"):
		return policy.Allow, &t
	case t.Is("Deny"):
		return policy.Deny, &t
	}
	return policy.NoEffect, &t
}
