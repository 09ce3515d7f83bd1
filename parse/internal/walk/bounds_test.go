package walk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An ignore file beyond all measure is reported and not used; what it would
// have hidden is linted. The last line of each would hide a.tf.
func TestExcessiveIgnoreFiles(t *testing.T) {
	for name, text := range map[string]string{
		"bytes":                  strings.Repeat("#", maxIgnoreFile),
		"patterns":               strings.Repeat("x\n", maxGlobs),
		"a long pattern":         strings.Repeat("x", maxPattern+1),
		"double stars":           strings.Repeat("**/x/", maxDoubleStars+1),
		"glued double stars":     strings.Repeat("a**/", maxIgnoreFile/8),
		"globs of double stars":  strings.Repeat(strings.Repeat("a**/", maxDoubleStars)+"x\n", maxGlobs/maxDoubleStars),
		"stars and marks":        strings.Repeat("*?", maxIgnoreFile/4),
		"a class without an end": "[" + strings.Repeat("a-z", maxPattern),
	} {
		t.Run(name, func(t *testing.T) {
			plant(t, ".gitignore="+text+"\na.tf\n", "a.tf")
			files, problems, err := Files([]string{"."}, Options{Want: isTerraform})
			if len(files) != 1 || err != nil || len(problems) != 1 || !errors.Is(problems[0].Err, ErrLimit) {
				t.Errorf("got %v, %v, %v; want a.tf and a problem that is ErrLimit", files, problems, err)
			}
		})
	}
}

// Patterns of the directories above count, too: else each level could add as
// many again.
func TestExcessiveIgnoreFilesTogether(t *testing.T) {
	half := strings.Repeat("x\n", maxGlobs/2)
	plant(t, ".gitignore="+half, "a/.gitignore="+half, "a/b/.gitignore=c.tf", "a/b/c.tf", "d/.gitignore=c.tf", "d/c.tf")
	got := show(t, []string{"."}, Options{Want: isTerraform})
	want := "a/b/c.tf|a/b/.gitignore: " + ErrLimit.Error()
	if strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A bound must not be hit by a pattern just within it, however it backtracks.
func TestHostilePatterns(t *testing.T) {
	deep := strings.Repeat(strings.Repeat("a", 50)+"/", 70) + strings.Repeat("a", 255)
	for _, text := range []string{
		strings.Repeat("*a", 500) + "b",
		strings.Repeat("?*", 500) + "b",
		"**/" + strings.Repeat("[a-z]*", 150) + "b",
		strings.Repeat("**/*a*a/", maxDoubleStars) + "b",
		strings.Repeat("a**/", maxDoubleStars) + "b",
	} {
		var r rules
		if !r.parse(text) || len(r.patterns) != 1 {
			t.Errorf("%.20q... is not within the bounds", text)
		}
		if r.ignore(filepath.Base(deep), deep, false) {
			t.Errorf("%.20q... matches", text)
		}
	}
}

// Where a path grows too long for the system there is a problem, and the rest
// is found.
func TestDeepFolders(t *testing.T) {
	dir := plant(t, "a.tf")
	name := strings.Repeat("d", 200)
	for depth := range 30 {
		if err := os.Mkdir(name, 0o755); err != nil {
			t.Skip("cannot make folders this deep: ", err)
		}
		t.Chdir(name)
		if err := os.WriteFile("x.tf", nil, 0o644); err != nil {
			t.Fatal(depth, err)
		}
	}
	t.Chdir(dir)
	files, problems, err := Files([]string{"."}, Options{Want: isTerraform})
	if err != nil || len(files)+len(problems) < 20 || len(files) < 15 {
		t.Errorf("got %d files, %d problems, %v", len(files), len(problems), err)
	}
	for _, p := range problems {
		if !strings.HasPrefix(p.Path, name) {
			t.Errorf("problem %v", p)
		}
	}
}

// Names may hold anything but a slash and a zero byte.
func TestHostileNames(t *testing.T) {
	plant(t)
	var want []string
	for i, name := range []string{"\x01\n\t\x1b[31m", "-rf", "..x", "*", "?", "[", "{a,b}", `\`, "\xff\xfe", "~", "$HOME", "a'b\"c", " ", "\u202e"} {
		dir := fmt.Sprintf("%02d%s", i, name)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Skip("this file system does not take every name: ", err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".tf"), nil, 0o644); err != nil {
			t.Skip("this file system does not take every name: ", err)
		}
		want = append(want, dir+"/"+name+".tf")
	}
	got := show(t, []string{"."}, Options{Want: isTerraform, Exclude: []string{"none/**"}})
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}
