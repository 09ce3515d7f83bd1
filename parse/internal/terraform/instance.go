package terraform

import (
	"cmp"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// A loader is one run of [Load]: what all modules in it share.
type loader struct {
	opts     Options
	set      *source.Set
	dir      string // of the root module
	problems []source.Problem

	steps, depth int
	varied       int             // documents of single instances
	reached      map[string]bool // limits that were, each reported once
	templates    map[*source.File]hclsyntax.Expression
}

// An instance is a module as it is called once: a config, and what its
// variables are. What it defines is evaluated when it is first needed, and
// then remembered.
type instance struct {
	*loader
	*config
	path string            // what stands before addresses: "" or "module.vpc."
	args map[string]*value // values of variables, by name; the others have their defaults

	locals    map[string]*slot
	variables map[string]*slot
	attrs     map[attrKey]*slot
	known     map[*block]elements          // the instances of blocks
	lengths   map[*block]*slot             // what count and for_each are
	documents map[attrKey]*policy.Document // of data documents; nil while one is being made
	blockOf   map[*policy.Document]*block  // of data documents, but for those of single instances
	literals  map[literal]*reading
	parts     map[*policy.Document][]part
}

type attrKey struct {
	block *block
	key   string // of the instance
	name  string
}

// A slot remembers a value. While the value is being found, the slot is busy:
// who asks for it then is part of a cycle.
type slot struct {
	v    *value
	busy bool
}

func newInstance(l *loader, c *config, path string, args map[string]*value) *instance {
	return &instance{
		loader: l, config: c, path: path, args: args,
		locals: map[string]*slot{}, variables: map[string]*slot{}, attrs: map[attrKey]*slot{},
		known: map[*block]elements{}, lengths: map[*block]*slot{}, documents: map[attrKey]*policy.Document{}, blockOf: map[*policy.Document]*block{},
		literals: map[literal]*reading{}, parts: map[*policy.Document][]part{},
	}
}

// remember returns the value of the slot under the key, and finds it if that
// has not been done. It is nil if that is just being done: a cycle.
func remember[K comparable](slots map[K]*slot, key K, find func() *value) *value {
	s := slots[key]
	if s == nil {
		s = &slot{busy: true}
		slots[key] = s
		s.v = find()
		s.busy = false
	}
	return s.v
}

// local returns the value of a local; it is not ok if there is none.
func (in *instance) local(name string, at policy.Hole) (*value, bool) {
	d := in.config.locals[name]
	if d == nil {
		return nil, false
	}
	v := remember(in.locals, name, func() *value {
		s := scope{instance: in, file: d.file}
		return s.eval(d.expr)
	})
	if v == nil {
		v = holeValue(at)
	}
	return v, true
}

// compare orders what stands in files by path and place. Positions alone do
// not: which file comes first depends on which is read first.
func (l *loader) compare(a, b policy.Span) int {
	f, g := l.set.FileSet.File(a.Pos()), l.set.FileSet.File(b.Pos())
	if f != g && f != nil && g != nil {
		if c := strings.Compare(f.Name(), g.Name()); c != 0 {
			return c
		}
	}
	return cmp.Compare(a.Pos(), b.Pos())
}

// spend counts steps of the evaluation. It is not ok if there have been too
// many: what is left is not to be evaluated.
func (l *loader) spend(steps int, at policy.Span) (ok bool) {
	if l.steps += steps; l.steps <= maxSteps {
		return true
	}
	l.stop(at, "evaluation", "evaluation stopped: the expressions of this directory take too many steps")
	return false
}

// stop says that a bound on the evaluation was reached, once.
func (l *loader) stop(at policy.Span, what, message string) {
	if l.reached[what] {
		return
	}
	if l.reached == nil {
		l.reached = map[string]bool{}
	}
	l.reached[what] = true
	l.problems = append(l.problems, source.Problem{Kind: source.InputLimit, Span: at, Message: message})
}
