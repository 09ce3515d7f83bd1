package jsondoc

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// written is text that is spelt in some way, with the part of the spelling
// that wrote each byte of it.
type written struct {
	text     string
	source   string
	from, to []int
}

// plain is text that stands for itself.
func plain(text string) written {
	w := written{text: text, source: text}
	for i := range len(text) {
		w.from, w.to = append(w.from, i), append(w.to, i+1)
	}
	return w
}

// spell replaces each character of the source by what spells it.
func (w written) spell(spell func(string) string) written {
	return w.spellPieces(strings.Split(w.source, ""), spell)
}

// spellBytes replaces each byte of the source by what spells it.
func (w written) spellBytes(spell func(string) string) written {
	var pieces []string
	for i := range len(w.source) {
		pieces = append(pieces, w.source[i:i+1])
	}
	return w.spellPieces(pieces, spell)
}

func (w written) spellPieces(pieces []string, spell func(string) string) written {
	var starts, ends []int // of what spells each byte of the source
	var b strings.Builder
	for _, piece := range pieces {
		from, spelt := b.Len(), spell(piece)
		b.WriteString(spelt)
		for i := range len(piece) {
			if spelt == piece {
				starts, ends = append(starts, from+i), append(ends, from+i+1)
			} else {
				starts, ends = append(starts, from), append(ends, b.Len())
			}
		}
	}
	next := written{text: w.text, source: b.String()}
	for i := range w.from {
		next.from, next.to = append(next.from, starts[w.from[i]]), append(next.to, ends[w.to[i]-1])
	}
	return next
}

// jsonSpelling spells characters in a JSON string, in one of the ways there are.
func jsonSpelling(rnd *rand.Rand) func(string) string {
	return func(c string) string {
		switch r, _ := utf8.DecodeRuneInString(c); {
		case r > 0xffff && rnd.IntN(2) == 0:
			return fmt.Sprintf(`\u%04x\u%04X`, 0xd800+(r-0x10000)>>10, 0xdc00+(r-0x10000)&0x3ff)
		case r <= 0xffff && (rnd.IntN(4) == 0 || r < ' '):
			return fmt.Sprintf(`\u%04x`, r)
		case r == '"' || r == '\\' || r == '/' && rnd.IntN(2) == 0:
			return `\` + c
		}
		return c
	}
}

func percentSpelling(rnd *rand.Rand) func(string) string {
	return func(c string) string {
		if c[0] >= 'a' && c[0] <= 'z' && rnd.IntN(3) > 0 {
			return c
		}
		return fmt.Sprintf("%%%02X", c[0])
	}
}

const alphabet = "abc:*/\"\\\n é€𝄞"

func randomText(rnd *rand.Rand) string {
	runes := []rune(alphabet)
	var b strings.Builder
	for range rnd.IntN(12) {
		b.WriteRune(runes[rnd.IntN(len(runes))])
	}
	return b.String()
}

// Whatever strings are nested in each other, each byte of an action knows the
// bytes of the file that wrote it.
func TestEveryByteKnowsItsSource(t *testing.T) {
	const before, after = `{"Statement":{"Effect":"Allow","Action":"`, `","Resource":"*"}}`
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		action := plain(randomText(rnd)).spell(jsonSpelling(rnd))
		doc := action.in(before, after)
		wrapper := [2]string{"", ""}
		switch rnd.IntN(3) {
		case 1:
			wrapper = [2]string{`{"Policy": "`, `"}`}
			doc = doc.spell(jsonSpelling(rnd))
		case 2:
			wrapper = [2]string{`{"PolicyDocument": "`, `"}`}
			doc = doc.spellBytes(percentSpelling(rnd)).spell(jsonSpelling(rnd))
		}
		doc = doc.in(wrapper[0], wrapper[1])
		checkSources(t, doc)
		if t.Failed() {
			t.Fatalf("in %s", doc.source)
		}
	}
}

// in puts the source between other text.
func (w written) in(before, after string) written {
	next := written{text: w.text, source: before + w.source + after}
	for i := range w.from {
		next.from, next.to = append(next.from, w.from[i]+len(before)), append(next.to, w.to[i]+len(before))
	}
	return next
}

func checkSources(t *testing.T, want written) {
	t.Helper()
	f := source.NewSet().Add("policy.json", []byte(want.source))
	docs, problems := Documents(f, true)
	if len(problems) > 0 || len(docs) != 1 || len(docs[0].Statements) != 1 {
		t.Fatalf("%d documents, problems %v in %s", len(docs), problems, want.source)
	}
	v := docs[0].Statements[0].Action.Values[0]
	if v.Text() != want.text {
		t.Fatalf("got %q, want %q", v.Text(), want.text)
	}
	for i := range len(v.Text()) {
		if len(v.Text()) == 1 {
			break // all of a value is its span, quotes included
		}
		got := v.Sub(i, i+1)
		if exp := f.Span(want.from[i], want.to[i]); got != exp {
			t.Errorf("byte %d of %q: got %s, want %s", i, v.Text(), text(f, got), text(f, exp))
		}
	}
	if n := len(v.Text()); n > 0 && (f.Offset(v.Pos()) >= want.from[0] || f.Offset(v.End()) <= want.to[n-1]) {
		t.Errorf("the span of %q has no quotes: %s", v.Text(), text(f, v.Span))
	}
}

func text(f *source.File, s policy.Span) string {
	return string(f.Text[f.Offset(s.Pos()):f.Offset(s.End())])
}
