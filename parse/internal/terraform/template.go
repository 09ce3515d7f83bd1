package terraform

import (
	"bytes"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// A mode is how the literal text of a template is written.
type mode uint8

const (
	quoted  mode = iota // "...", with backslashes
	bare                // a heredoc or a file
	flushed             // <<- heredoc: the indentation is taken off
)

// evalTemplate evaluates a quoted string, a heredoc, or a template file.
func (s *scope) evalTemplate(e *hclsyntax.TemplateExpr) *value {
	if v, ok := s.plainString(e); ok {
		return v
	}
	m, src := bare, bytesOf(s.file, e.SrcRange)
	switch {
	case s.template && e.SrcRange.Start.Byte == 0:
	case bytes.HasPrefix(src, []byte(`"`)):
		m = quoted
	case bytes.HasPrefix(src, []byte("<<-")):
		m = flushed
	}
	b := textBuilder{}
	s.addParts(&b, e.Parts, m)
	v := s.built(&b, e)
	if v.kind == str {
		v.extra = s.spelled(e, src, m)
	}
	return v
}

// spelled returns how JSON in a template is written.
func (s *scope) spelled(e *hclsyntax.TemplateExpr, src []byte, m mode) *extra {
	switch {
	case m == quoted:
		return &extra{syntax: quotedSyntax}
	case bytes.HasPrefix(src, []byte("<<")):
		from := e.SrcRange.Start.Byte
		line := bytes.TrimRight(src[:bytes.IndexByte(src, '\n')+1], "\r\n")
		return &extra{syntax: heredocSyntax, head: s.file.Span(from, from+len(line))}
	}
	return &extra{syntax: heredocSyntax}
}

// plainString evaluates a quoted string that stands there as it is, which is
// what most are.
func (s *scope) plainString(e *hclsyntax.TemplateExpr) (*value, bool) {
	if len(e.Parts) != 1 || s.template && e.SrcRange.Start.Byte == 0 {
		return nil, false
	}
	l, ok := e.Parts[0].(*hclsyntax.LiteralValueExpr)
	if !ok || !isKnownString(l.Val) {
		return nil, false
	}
	text, src := l.Val.AsString(), bytesOf(s.file, e.SrcRange)
	if len(src) != len(text)+2 || src[0] != '"' || string(src[1:len(src)-1]) != text {
		return nil, false
	}
	return textValue(policy.NewValue(s.span(e.SrcRange), text)), true
}

// built returns the string that was put together for an expression.
func (s *scope) built(b *textBuilder, e hclsyntax.Expression) *value {
	at := s.span(e.Range())
	if b.overflow {
		s.stop(at, "text", "a string is taken as unknown: it is too large")
	}
	if b.overflow || b.failed {
		return s.unknown(e)
	}
	v := textValue(b.value(at, s.spelling()))
	s.spend(v.weight(), at)
	return v
}

// alone says whether what an expression gives is all that it gives: it is not
// evaluated for several items or instances, of which none must be changed for
// all.
func (s *scope) alone() bool { return s.vars == nil && s.element.symbolic() }

// spelling returns what spells a replacement of an expression.
func (s *scope) spelling() policy.Syntax {
	if !s.alone() || s.template {
		return fixed{}
	}
	return nil
}

func (s *scope) addParts(b *textBuilder, parts []hclsyntax.Expression, m mode) {
	for _, p := range parts {
		if b.overflow || b.failed {
			return
		}
		s.addPart(b, p, m)
	}
}

func (s *scope) addPart(b *textBuilder, p hclsyntax.Expression, m mode) {
	switch e := p.(type) {
	case *hclsyntax.LiteralValueExpr:
		if isKnownString(e.Val) {
			b.literal(e.Val.AsString(), align(s.file, e.SrcRange, e.Val.AsString(), m))
			return
		}
	case *hclsyntax.ConditionalExpr:
		if isDirective(bytesOf(s.file, e.SrcRange)) {
			s.addIf(b, e, m)
			return
		}
	case *hclsyntax.TemplateJoinExpr:
		if f, ok := e.Tuple.(*hclsyntax.ForExpr); ok {
			s.addFor(b, f, m)
			return
		}
	}
	v := s.eval(p)
	if t, ok := v.asText(); ok {
		b.add(t)
	} else {
		b.add(holeText(s.hole(p)))
	}
}

// isDirective says whether a part of a template is a %{ directive.
func isDirective(src []byte) bool { return bytes.HasPrefix(src, []byte("%{")) }

// addIf adds what %{if} gives. If that cannot be told, nothing is known of the
// text there.
func (s *scope) addIf(b *textBuilder, e *hclsyntax.ConditionalExpr, m mode) {
	var arm hclsyntax.Expression
	switch cond := s.eval(e.Condition); {
	case cond.is(true):
		arm = e.TrueResult
	case cond.is(false):
		arm = e.FalseResult
	default:
		h := s.hole(e)
		h.Expr = s.source(e.Condition.Range()) + " ? … : …"
		b.add(holeText(h))
		return
	}
	if t, ok := arm.(*hclsyntax.TemplateExpr); ok {
		s.addParts(b, t.Parts, m)
	}
}

// addFor adds what %{for} gives.
func (s *scope) addFor(b *textBuilder, e *hclsyntax.ForExpr, m mode) {
	pairs, rest := s.pairs(s.eval(e.CollExpr), e)
	t, ok := e.ValExpr.(*hclsyntax.TemplateExpr)
	if !ok || len(rest) > 0 {
		b.add(holeText(policy.Hole{Expr: s.source(e.SrcRange), Span: s.span(e.SrcRange)}))
		return
	}
	for _, p := range pairs {
		inner := s.bind(e.ValVar, p.value)
		if e.KeyVar != "" {
			inner = inner.bind(e.KeyVar, p.key)
		}
		if b.fixed = true; s.spend(1, s.span(e.SrcRange)) {
			inner.addParts(b, t.Parts, m)
		}
	}
}

// evalJoin evaluates a %{for} on its own.
func (s *scope) evalJoin(e *hclsyntax.TemplateJoinExpr) *value {
	b := textBuilder{}
	s.addPart(&b, e, bare)
	return s.built(&b, e)
}
