package parse

import (
	"cmp"
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/parse/internal/walk"
	"github.com/iamlint/iamlint/policy"
)

// A loader reads files, several at once.
type loader struct {
	opts     Options
	set      *source.Set
	files    *bounded
	examined atomic.Int64

	mu       sync.Mutex // guards what follows
	scopes   []*policy.Scope
	problems []source.Problem
	owned    map[string]bool // names of lone files that are policies of a module
}

func (l *loader) addScope(s *policy.Scope) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.scopes = append(l.scopes, s)
}

func (l *loader) addProblems(p ...source.Problem) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.problems = append(l.problems, p...)
}

// unreadable reports a file that could not be read, or not all of it.
func (l *loader) unreadable(path string, err error) {
	p := source.Problem{Kind: source.UnreadableFile, Span: l.set.Add(path, nil).Whole(), Message: "cannot read file: " + err.Error()}
	if errors.Is(err, walk.ErrLimit) {
		p.Kind, p.Message = source.InputLimit, err.Error()
	}
	l.addProblems(p)
}

func (l *loader) tooLarge(path string) {
	at := l.set.Add(path, nil).Whole()
	l.addProblems(source.Problem{Kind: source.InputLimit, Span: at, Message: "file is not read: " + errTooLarge.Error()})
}

// result puts everything in order.
func (l *loader) result(focus map[string]bool) *Result {
	l.scopes = slices.DeleteFunc(l.scopes, func(s *policy.Scope) bool { return l.owned[s.Name] })
	r := &Result{
		FileSet: l.set.FileSet, Files: l.set.Files(), Scopes: l.scopes, Problems: l.problems,
		Examined: int(l.examined.Load()), Focus: focus,
	}
	slices.SortStableFunc(r.Files, source.ByPath)
	slices.SortFunc(r.Scopes, func(a, b *policy.Scope) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(r.Problems, l.order)
	r.Problems = slices.CompactFunc(r.Problems, func(a, b source.Problem) bool { return l.order(a, b) == 0 })
	return r
}

// order orders problems by place. Positions of different files say nothing:
// they depend on which was read first.
func (l *loader) order(a, b source.Problem) int {
	return cmp.Or(
		cmp.Compare(l.set.FileSet.File(a.Pos()).Name(), l.set.FileSet.File(b.Pos()).Name()),
		cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Message, b.Message),
	)
}

// inParallel calls do for each of several things, on all processors.
func inParallel[T any](all []T, do func(T)) {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, one := range all {
		group.Go(func() error {
			do(one)
			return nil
		})
	}
	group.Wait()
}
