package iamlint

import (
	"path/filepath"
	"strings"
)

// absolute returns the absolute path of a directory; empty is the working
// directory.
func absolute(dir string) (string, error) { return filepath.Abs(dir) }

// resolve returns paths that are relative to dir as ones that are relative to
// the working directory. No path is dir itself.
func resolve(dir string, paths []string) []string {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	if dir == "" {
		return paths
	}
	resolved := make([]string, len(paths))
	for i, p := range paths {
		resolved[i] = p
		if p != "-" && !filepath.IsAbs(p) {
			resolved[i] = filepath.Join(dir, p)
		}
	}
	return resolved
}

// shownPath returns the path of a file as it is reported: relative to dir, an
// absolute path, with slashes. The working directory is what path is relative to.
func shownPath(dir, path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.ToSlash(path)
	}
	rel, err := filepath.Rel(dir, abs)
	if err != nil {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(rel)
}

// excludes returns the globs of the configuration and of the options, all
// relative to the first directory.
func excludes(opts Options, cfg *Config) (globs []string, base string) {
	if cfg.Dir == "" {
		return opts.Exclude, opts.Dir
	}
	globs = append(globs, cfg.Exclude...)
	from, err := filepath.Abs(cfg.Dir)
	if err != nil {
		return globs, cfg.Dir
	}
	dir, err := absolute(opts.Dir)
	if err != nil {
		return globs, cfg.Dir
	}
	rel, err := filepath.Rel(from, dir)
	if err != nil {
		return globs, cfg.Dir
	}
	for _, g := range opts.Exclude {
		globs = append(globs, joinGlob(literalGlob(filepath.ToSlash(rel)), g))
	}
	return globs, cfg.Dir
}

// joinGlob puts a directory in front of a glob.
func joinGlob(dir, glob string) string {
	if dir == "." {
		return glob
	}
	return dir + "/" + glob
}

// literalGlob returns a glob that matches the path and nothing else.
func literalGlob(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`, "{", `\{`).Replace(path)
}
