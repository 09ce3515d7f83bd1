package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// An output is a format and where it goes.
type output struct {
	format
	file string // empty is standard output
}

// parseOutputs reads the values of --format. In GitHub Actions the default has
// annotations too.
func (c *command) parseOutputs(values []string) ([]output, error) {
	if len(values) == 0 {
		values = []string{"text"}
		if c.getenv("GITHUB_ACTIONS") == "true" {
			values = append(values, "github")
		}
	}
	var outputs []output
	for _, v := range values {
		o, err := parseOutput(v)
		if err != nil {
			return nil, err
		}
		if info, err := os.Stat(filepath.Dir(c.path(o.file))); o.file != "" && (err != nil || !info.IsDir()) {
			return nil, usagef("--format %s: there is no directory %s", v, filepath.Dir(o.file))
		}
		outputs = append(outputs, o)
	}
	return outputs, checkOutputs(outputs)
}

func parseOutput(value string) (output, error) {
	name, file, hasFile := strings.Cut(value, "=")
	f, ok := formatByName(name)
	switch {
	case ok && hasFile && file == "":
		return output{}, usagef("--format %s: name a file after the equals sign", value)
	case ok:
		return output{f, file}, nil
	}
	if near, ok := catalog.Nearest(name, strings.Split(formatNames(), ", ")); ok {
		return output{}, usagef("there is no format %q; did you mean %q?", name, near)
	}
	return output{}, usagef("there is no format %q; there are %s", name, formatNames())
}

// checkOutputs refuses outputs that would end up in one another. Only text
// and annotations may share standard output.
func checkOutputs(outputs []output) error {
	files, names := map[string]bool{}, map[string]bool{}
	for _, o := range outputs {
		switch {
		case o.file == "" && names[o.name], o.file != "" && files[o.file]:
			return usagef("--format %s: given twice for the same place", o.name)
		case o.file == "":
			names[o.name] = true
		default:
			files[o.file] = true
		}
	}
	if len(names) > 2 || len(names) == 2 && !(names["text"] && names["github"]) {
		return usagef("only one format can go to standard output, or text and github together; write the others to files: --format FORMAT=FILE")
	}
	return nil
}

// write writes the run to each output, those on standard output first.
func (c *command) write(outputs []output, v view) error {
	v.repoPath = c.repoPaths()
	for _, o := range outputs {
		if o.file != "" {
			continue
		}
		v.paint, v.columns = c.paletteFor(v.color, true), c.columns()
		if v.columns == 0 {
			v.columns = defaultColumns
		}
		if err := o.format.write(c.out, &v); err != nil {
			return err
		}
	}
	for _, o := range outputs {
		if o.file == "" {
			continue
		}
		v.paint, v.columns = c.paletteFor(v.color, false), defaultColumns
		err := writeFile(c.path(o.file), func(w io.Writer) error { return o.format.write(w, &v) })
		if err != nil {
			return fmt.Errorf("write %s: %w", o.file, cause(err))
		}
	}
	return nil
}
