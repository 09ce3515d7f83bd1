package access

import "strings"

// fillResource returns a text that is of the format, the last field of an ARN
// such as "${BucketName}/${ObjectName}", and that the pattern matches. Every
// placeholder stands for something.
func fillResource(format string, pattern []token) (string, bool) {
	f := filler{pattern: pattern, failed: map[[2]int]bool{}}
	for format != "" {
		if name, rest, ok := cutPlaceholder(format); ok {
			f.format = append(f.format, anyOne, anyRun)
			f.names = append(f.names, name, name)
			format = rest
			continue
		}
		t, size := decode(format)
		f.format = append(f.format, t)
		f.names = append(f.names, "")
		format = format[size:]
	}
	if !f.fill(0, 0) {
		return "", false
	}
	for i, j := 0, len(f.parts)-1; i < j; i, j = i+1, j-1 {
		f.parts[i], f.parts[j] = f.parts[j], f.parts[i]
	}
	return strings.Join(f.parts, ""), true
}

func cutPlaceholder(format string) (name, rest string, ok bool) {
	if !strings.HasPrefix(format, "${") {
		return "", "", false
	}
	return strings.Cut(format[2:], "}")
}

// A filler searches a text that two patterns match: a format, in which a
// placeholder is ? and then *, and a statement's.
type filler struct {
	format, pattern []token
	names           []string // of placeholders, by token of the format
	parts           []string // of the text, the last first
	failed          map[[2]int]bool
}

// fill finds a text for what is left of both.
func (f *filler) fill(i, j int) bool {
	if i == len(f.format) && j == len(f.pattern) {
		return true
	}
	at := [2]int{i, j}
	if f.failed[at] {
		return false
	}
	f.failed[at] = true
	t, u := tokenAt(f.format, i), tokenAt(f.pattern, j)
	switch {
	case t == end:
		return u == anyRun && f.fill(i, j+1)
	case t == anyRun:
		return f.placeholder(i, j, u)
	case u == end:
		return false
	case u == anyRun && t == anyOne: // the pattern leaves all of the placeholder open
		return (f.fill(i+2, j) || f.fill(i+1, j+1)) && f.emit(exampleOf(f.names[i]))
	case u == anyRun:
		return f.fill(i, j+1) || f.fill(i+1, j) && f.emit(string(rune(t)))
	case t == anyOne && u == anyOne:
		return f.fill(i+1, j+1) && f.emit("1")
	case t == anyOne:
		return f.mayHold(i, u) && f.fill(i+1, j+1) && f.emit(string(rune(u)))
	case u == anyOne || t == u:
		return f.fill(i+1, j+1) && f.emit(string(rune(t)))
	}
	return false
}

// placeholder finds a text for the rest of a placeholder and what follows.
func (f *filler) placeholder(i, j int, u token) bool {
	switch u {
	case end:
		return f.fill(i+1, j)
	case anyRun:
		return (f.fill(i+1, j) || f.fill(i, j+1)) && f.emit(exampleOf(f.names[i]))
	case anyOne:
		return f.fill(i, j+1) && f.emit("1") || f.fill(i+1, j)
	}
	return f.mayHold(i, u) && f.fill(i, j+1) && f.emit(string(rune(u))) || f.fill(i+1, j)
}

// mayHold says whether the placeholder may stand for something with the
// character: names are of one piece, but for those that are paths.
func (f *filler) mayHold(i int, c token) bool {
	if c != '/' {
		return true
	}
	for _, part := range []string{"Path", "Object", "Key", "LogGroup", "Secret", "Parameter", "Relative"} {
		if strings.Contains(f.names[i], part) {
			return true
		}
	}
	return false
}

func (f *filler) emit(part string) bool {
	f.parts = append(f.parts, part)
	return true
}
