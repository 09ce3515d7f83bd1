package jsondoc

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// encoded looks at a string that may be the text of a policy: JSON in JSON,
// or URL-encoded, as the IAM API returns it.
func (s *search) encoded(at site) {
	from, to, escaped := s.raw()
	switch {
	case s.failed != nil:
		return
	case to-from > maxCoded:
		s.longString(from, to)
		return
	}
	text := s.quoted(from, to, escaped)
	var syntax policy.Syntax = Syntax{Inside: 1}
	if startsWith(text.Text(), "%7B") || startsWith(text.Text(), "%7b") {
		text, syntax = unescapePercent(text), nil
	}
	if !startsWith(text.Text(), "{") || !MayHold([]byte(text.Text())) {
		return
	}
	n, p := ParseText(text)
	switch {
	case p != nil && resembles(text.Text()):
		s.problems = append(s.problems, *p)
	case p == nil && isPolicy(&n):
		s.add(at, &n, syntax)
	}
}

// longString reports a string that is too long to be looked into, if it may
// hold a policy.
func (s *search) longString(from, to int) {
	if start := strings.TrimLeft(s.text[from+1:from+64], spaces); strings.HasPrefix(start, "{") && MayHold(s.json[from:to]) {
		s.problems = append(s.problems, source.Problem{
			Kind: source.InputLimit, Span: s.span(from, from+1),
			Message: fmt.Sprintf("a policy in a string of more than %d bytes", maxCoded),
		})
	}
}

func startsWith(text, prefix string) bool {
	return strings.HasPrefix(skipSpace(text), prefix)
}

// unescapePercent returns a value with %XX replaced by the byte it stands for.
func unescapePercent(v policy.Value) policy.Value {
	text := v.Text()
	m := mapValue(v)
	d := decode(&m, v.Holes(), 0, len(text))
	for at := 0; at < len(text); {
		if c, ok := percent(text[at:]); ok {
			d.escape(at, at+3, string([]byte{c}))
			at += 3
			continue
		}
		n := strings.IndexByte(text[at+1:], '%') + 1
		if n == 0 {
			n = len(text) - at
		}
		d.verbatim(text, at, at+n)
		at += n
	}
	return d.value(v.Span, v.Use())
}

// percent reads the %XX at the start of the text.
func percent(text string) (byte, bool) {
	if len(text) < 3 || text[0] != '%' {
		return 0, false
	}
	c, err := strconv.ParseUint(text[1:3], 16, 8)
	return byte(c), err == nil
}
