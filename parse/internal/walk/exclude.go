package walk

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// An excluder tells which files the user's globs leave out.
type excluder struct {
	globs []string
	base  string
}

func newExcluder(globs []string, base string) (*excluder, error) {
	x := &excluder{}
	if len(globs) == 0 {
		return x, nil
	}
	for _, g := range globs {
		if err := CheckGlob(g); err != nil {
			return nil, fmt.Errorf("exclude %w", err)
		}
		x.globs = append(x.globs, strings.TrimPrefix(strings.TrimSuffix(g, "/"), "./"))
	}
	real, err := realPath(base)
	if err != nil {
		return nil, fmt.Errorf("exclude globs are relative to %s: %w", base, plain(err))
	}
	x.base = real
	return x, nil
}

// CheckGlob says what is wrong with a glob, if anything is.
func CheckGlob(glob string) error {
	switch {
	case !doublestar.ValidatePattern(glob):
		return fmt.Errorf("glob %q is malformed", glob)
	case manyAlternatives(glob):
		return fmt.Errorf("glob %q has too many alternatives", glob)
	}
	return nil
}

// manyAlternatives says whether a glob may stand for thousands of globs
// without alternatives, all of which would be tried on every path.
func manyAlternatives(glob string) bool {
	groups, commas := strings.Count(glob, "{"), strings.Count(glob, ",")
	most := 1
	for range groups {
		// The product is greatest when all groups have the same size.
		if most *= (commas+groups-1)/groups + 1; most > 4096 {
			return true
		}
	}
	return false
}

// match says whether a glob matches a path, not looking at the directories it
// is in.
func (x *excluder) match(real string) bool {
	return len(x.globs) > 0 && x.matchBelow(x.rel(real))
}

// within says whether a glob matches a path or a directory it is in.
func (x *excluder) within(real string) bool {
	if len(x.globs) == 0 {
		return false
	}
	rel := x.rel(real)
	for i, c := range rel {
		if c == '/' && x.matchBelow(rel[:i]) {
			return true
		}
	}
	return x.matchBelow(rel)
}

func (x *excluder) matchBelow(rel string) bool {
	// The base and what it is in have no names that a glob could be about.
	if rel == "" || rel == ".." || strings.HasSuffix(rel, "/..") {
		return false
	}
	for _, g := range x.globs {
		if doublestar.MatchUnvalidated(g, rel) {
			return true
		}
	}
	return false
}

// rel returns a path relative to the base, through ".." if it is elsewhere,
// so that **/testdata/** excludes what is there too.
func (x *excluder) rel(real string) string {
	if rel, ok := below(x.base, real); ok {
		return rel
	}
	rel, err := filepath.Rel(filepath.FromSlash(x.base), filepath.FromSlash(real))
	if err != nil {
		return real // on another volume
	}
	return filepath.ToSlash(rel)
}
