package terraform

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// fileFunction returns the text of a file.
func fileFunction(c *call) *value {
	f := c.open(c.arg(0))
	if f == nil {
		return c.unknown()
	}
	return fileValue(f)
}

func fileValue(f *source.File) *value {
	text := string(f.Text)
	v := policy.NewValue(f.Whole(), text).WithOrigin(&policy.Origin{
		Runs: []policy.Run{{At: 0, Len: len(text), Span: f.Whole()}}, Syntax: fixed{},
	})
	return &value{kind: str, Span: f.Whole(), text: v, extra: &extra{file: f}}
}

// templateFileFunction returns what a template file gives with some variables.
func templateFileFunction(c *call) *value {
	f := c.open(c.arg(0))
	if f == nil {
		return c.unknown()
	}
	return c.render(f, c.arg(1), c.unknown())
}

// open returns the file with a path, which is relative to the directory that
// Terraform runs in: that of the root module. It is nil if it cannot be read;
// if the path is known, that is a problem.
func (c *call) open(p *value) *source.File {
	name, known := p.literal()
	if !known || name == "" || c.opts.ReadFile == nil || c.template {
		return nil
	}
	full := path.Join(c.loader.dir, name)
	if path.IsAbs(name) {
		full = path.Clean(name)
	}
	f, err := c.opts.ReadFile(full)
	switch {
	case err != nil:
		c.unreadable(p, path.Clean(name), reason(err))
	case len(f.Text) > maxText:
		c.stop(p.Span, "file "+full, fmt.Sprintf("file %q is taken as unknown: it is larger than %d MiB", name, maxText>>20))
	case !isText(f.Text):
		c.unreadable(p, name, "it is not UTF-8 text")
	default:
		return f
	}
	return nil
}

// reason returns why a file cannot be read, without its path.
func reason(err error) string {
	var pathErr *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	case errors.As(err, &pathErr):
		return pathErr.Err.Error()
	}
	return err.Error()
}

// unreadable reports a file that a policy needs, once for each place.
func (c *call) unreadable(p *value, name, why string) {
	at := p.Span
	for _, old := range c.problems {
		if old.Kind == source.UnreadableFile && old.Span == at {
			return
		}
	}
	c.problems = append(c.problems, source.Problem{
		Kind: source.UnreadableFile, Span: at, Message: fmt.Sprintf("cannot read %s: %s", name, why),
	})
}

// render returns what a template gives. Only the variables that it is given
// are known in it.
func (s *scope) render(f *source.File, vars, otherwise *value) *value {
	e := s.parseTemplate(f)
	if e == nil || vars.kind != object {
		return otherwise
	}
	inner := &scope{instance: s.instance, file: f, block: s.block, element: s.element, document: s.document, template: true}
	for _, v := range vars.fields {
		inner.vars = &binding{name: v.name(), value: v.value, outer: inner.vars}
	}
	if inner.vars == nil {
		inner.vars = &binding{}
	}
	return inner.eval(e)
}

// parseTemplate parses a template once, however often it is used.
func (l *loader) parseTemplate(f *source.File) hclsyntax.Expression {
	if e, done := l.templates[f]; done {
		return e
	}
	l.templates[f] = nil
	if p := bounded(f); p != nil {
		l.problems = append(l.problems, *p)
		return nil
	}
	e, diags := guarded(hclsyntax.ParseTemplate, f)
	if problems, _ := syntaxProblems(f, diags); len(problems) > 0 {
		l.problems = append(l.problems, problems...)
		return nil
	}
	l.templates[f] = e
	return e
}

// templateFile returns what a template_file data source gives.
func (s *scope) templateFile(b *block, el element, at policy.Span) *value {
	unread := holeValue(s.attributeHole(b, el, "rendered", policy.AnyForm, at))
	if b.attribute("template") == nil {
		return unread
	}
	vars := &value{kind: object}
	if b.attribute("vars") != nil {
		vars = s.argument(b, el, "vars", at)
	}
	f := s.argument(b, el, "template", at).whole()
	if f == nil {
		return unread
	}
	return s.render(f, vars, unread)
}
