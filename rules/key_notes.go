package rules

import (
	_ "embed"
	"strings"
	"sync"
)

// A keyNote is what key_notes.txt says of a condition key.
type keyNote struct {
	exists       bool
	supersededBy string
	sentFor      []string // full names of actions
	listedBy     string   // the service under which it is documented, if not that of its prefix
}

//go:embed key_notes.txt
var keyNotesText string

// keyNotes are the notes, by the key's name in lower case.
var keyNotes = sync.OnceValue(func() map[string]keyNote {
	notes := map[string]keyNote{}
	for line := range dataLines(keyNotesText) {
		line, _, _ = strings.Cut(line, " #")
		words := strings.Fields(line)
		key := strings.ToLower(words[1])
		note := notes[key]
		note.exists = true
		switch words[0] {
		case "superseded":
			note.supersededBy = words[2]
		case "listed":
			note.listedBy = words[2]
		case "sent":
			note.sentFor = words[2:]
		}
		notes[key] = note
	}
	return notes
})

// keyNoteOf returns what is noted of a key.
func keyNoteOf(name string) keyNote {
	name = strings.ToLower(name)
	if note, ok := keyNotes()[name]; ok {
		return note
	}
	beginning, _, _ := strings.Cut(name, ".")
	return keyNotes()[beginning+"."]
}
