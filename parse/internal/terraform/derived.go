package terraform

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/policy"
)

//go:embed derived.txt
var derivedText string

// derived holds the rows of derived.txt by type and attribute.
var derived = sync.OnceValue(func() map[string]pattern {
	rows := map[string]pattern{}
	for line := range strings.Lines(derivedText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		kind, rest, _ := strings.Cut(line, " ")
		attribute, text, _ := strings.Cut(rest, " ")
		rows[kind+" "+attribute] = parsePattern(text)
	}
	return rows
})

// derivedFor returns what an attribute of a block is made of.
func derivedFor(b *block, attribute string) (pattern, bool) {
	if b.isData() {
		if p, ok := derived()["data."+b.kind()+" "+attribute]; ok {
			return p, true
		}
	}
	p, ok := derived()[b.kind()+" "+attribute]
	return p, ok
}

// A pattern is the text of a row: literal text and places in turn.
type pattern []place

// A place is some literal text and what stands behind it.
type place struct {
	text  string
	name  string // P, R, A, D, or an argument; empty at the end
	def   string // default of the argument
	trim  string // prefix that is taken off
	form  policy.Form
	hasIt bool // there is a default
	slash bool // it is left out if it is the default, else has a slash behind it
}

func parsePattern(text string) pattern {
	var p pattern
	for {
		before, rest, found := strings.Cut(text, "{")
		inner, after, _ := strings.Cut(rest, "}")
		pl := place{text: before}
		if found {
			pl.parse(inner)
		}
		p = append(p, pl)
		if !found {
			return p
		}
		text = after
	}
}

// forms are the names of forms in derived.txt.
var forms = map[string]policy.Form{
	"name": policy.NameForm, "id": policy.IDForm, "uuid": policy.UUIDForm, "safe": policy.SafeForm,
	"path": policy.PathForm, "account": policy.AccountForm, "any": policy.AnyForm, "organization": policy.OrgIDForm,
}

// parse reads what stands in braces: name, =default or ~prefix, :form.
func (p *place) parse(text string) {
	p.form = policy.NameForm
	if i := strings.LastIndexByte(text, ':'); i >= 0 {
		if f, ok := forms[text[i+1:]]; ok {
			p.form, text = f, text[:i]
		}
	}
	p.name = text
	if name, def, ok := strings.Cut(text, "="); ok {
		p.name, p.def, p.hasIt = name, def, true
	} else if name, def, ok := strings.Cut(text, "?"); ok {
		p.name, p.def, p.slash = name, def, true
	} else if name, prefix, ok := strings.Cut(text, "~"); ok {
		p.name, p.trim = name, prefix
	}
}
