package jsondoc

import (
	"bytes"
	"regexp"
	"slices"
	"sync"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// Documents returns the policies in a JSON file: the file is one, or they
// stand where the AWS CLI and API put them. A document's name is the JSON
// pointer to it; its Kind is left Unknown unless what is around it says it.
//
// A file that is expected to be a policy is read as one in any case. Of any
// other file it is reported only that it is not JSON, and only if it was meant
// to hold a policy.
func Documents(f *source.File, expected bool) ([]*policy.Document, []source.Problem) {
	if enc, ok := wideEncoding(f.Text); ok {
		return nil, wide(f, enc, expected)
	}
	mark := 0
	if bytes.HasPrefix(f.Text, byteOrderMark) {
		mark = len(byteOrderMark)
	}
	r := readers.Get().(*reader)
	defer readers.Put(r)
	r.start(input{
		json: f.Text[mark:], text: f.String()[mark:], source: mapFile(f.Span(mark, len(f.Text))),
	})
	s := search{reader: r}
	docs, problems := s.documents(expected)
	if mark > 0 && len(docs)+len(problems) > 0 {
		p := source.Problem{Kind: source.JSONSyntax, Span: f.Span(0, mark), Message: startsWithMark}
		problems = slices.Insert(problems, 0, p)
	}
	return docs, problems
}

const startsWithMark = "JSON syntax error: the file starts with a byte order mark, which AWS refuses; save it as UTF-8 without one"

// wide reports a file in another encoding, if it was meant to hold a policy.
func wide(f *source.File, enc encoding, expected bool) []source.Problem {
	text := string(enc.decode(f.Text[:min(len(f.Text), maxWide)]))
	if !expected && !resembles(text) {
		return nil
	}
	return []source.Problem{{
		Kind: source.JSONSyntax, Span: f.Span(0, enc.size),
		Message: "JSON syntax error: the file is " + enc.name + "; save it as UTF-8",
	}}
}

// documents goes through all of the text.
func (s *search) documents(expected bool) ([]*policy.Document, []source.Problem) {
	s.look(site{policy: true})
	s.finish()
	switch p := s.failed; {
	case p != nil && p.Kind == source.InputLimit && len(s.found) > 0 && !s.foreign:
		s.problems = append(s.problems, *p) // what stands in front of it was read
	case p != nil && (expected || resembles(s.text) && !s.isTemplate(p)):
		return nil, []source.Problem{*p}
	case p != nil || s.foreign:
		return nil, nil
	case len(s.found) == 0 && len(s.problems) == 0 && expected:
		s.whole()
	}
	docs := make([]*policy.Document, len(s.found))
	for i, f := range s.found {
		docs[i] = f.doc
	}
	return docs, s.problems
}

// whole takes all of the text for a policy.
func (s *search) whole() {
	s.open(0, len(s.text))
	if n := s.value(); s.failed != nil {
		s.problems = append(s.problems, *s.failed)
	} else {
		s.add(site{}, &n, Syntax{})
	}
}

// isTemplate says whether what is not JSON is a place for a template engine
// to fill in.
func (s *search) isTemplate(p *source.Problem) bool {
	at := int(p.Pos() - s.source.base)
	return templateMark.MatchString(s.text[max(0, at-1):])
}

// templateMark matches what stands in templates of Terraform, Jinja, Go, ERB
// and others, and the byte in front of it, which may be a part of it.
var templateMark = regexp.MustCompile(`^(?s:.)?([$%]\{|<[%<]|\{\{-?\s*[\w.$(]|\{%)`)

// readers are kept for their memory. Documents have none of it.
var readers = sync.Pool{New: func() any { return new(reader) }}
