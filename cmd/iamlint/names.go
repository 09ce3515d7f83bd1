package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// policyName returns the name of a policy as it is shown: where it is a path,
// relative to the working directory, as all paths are.
func (v *view) policyName(d *policy.Document) string {
	if pointer, ok := v.pathName(d); ok {
		return v.Position(d.Pos()).Filename + pointer
	}
	return d.Name
}

// isWholeFile says whether the policy is all of a file.
func (v *view) isWholeFile(d *policy.Document) bool {
	pointer, ok := v.pathName(d)
	return ok && pointer == ""
}

// pathName returns what stands behind the path in a policy's name, if that is
// a path.
func (v *view) pathName(d *policy.Document) (pointer string, ok bool) {
	f := v.Fset.File(d.Pos())
	if f == nil {
		return "", false
	}
	pointer, ok = strings.CutPrefix(d.Name, filepath.ToSlash(f.Name()))
	return pointer, ok && (pointer == "" || pointer[0] == '#')
}

// requestText returns a request in words.
func requestText(r *access.Request) string {
	var b strings.Builder
	b.WriteString(r.Action)
	if r.Resource != "" {
		b.WriteString(" on " + r.Resource)
	}
	if r.Principal != "" {
		b.WriteString(" by " + r.Principal)
	}
	join := " with "
	for _, key := range slices.Sorted(maps.Keys(r.Context)) {
		fmt.Fprintf(&b, "%s%s = %s", join, key, strings.Join(r.Context[key], ", "))
		join = " and "
	}
	return b.String()
}
