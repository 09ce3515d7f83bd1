package iamlint

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/iamlint/iamlint/policy"
	"github.com/iamlint/iamlint/rules"
)

// Fingerprint identifies a finding across versions of its file: it survives
// moved lines and edits elsewhere. It is the hash of the rule, the file, the
// policy, the statement's Sid and what the finding is about; of findings that
// agree in all of these, each has the number of its turn.
func (r *Report) Fingerprint(f *rules.Finding) string {
	if r.prints == nil {
		r.prints = make(map[*rules.Finding]string, len(r.Findings))
		turns := map[string]int{}
		for _, f := range r.Findings {
			key := r.identity(f)
			turns[key]++
			sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, turns[key]))
			r.prints[f] = hex.EncodeToString(sum[:16])
		}
	}
	return r.prints[f]
}

// identity returns everything that makes a finding what it is, but its place.
func (r *Report) identity(f *rules.Finding) string {
	at := r.Position(f.Pos)
	parts := []string{f.Rule.Name, at.Filename, "", "", f.Principal, f.Subject}
	if f.Policy != nil {
		parts[2] = policyKey(f.Policy, r.places)
	}
	if f.Statement != nil {
		parts[3] = f.Statement.SidText()
	}
	if f.Subject == "" {
		parts[5] = r.source(f)
	}
	return strings.Join(parts, "\x00")
}

// policyKey returns the policy's name: an address, or what comes after the
// path of its file. How many policies stand in front of it in a list does not
// matter.
func policyKey(d *policy.Document, p *places) string {
	path := p.file(d.Pos())
	if pointer, ok := strings.CutPrefix(d.Name, filepath.ToSlash(path)); ok && path != "" {
		return listIndex.ReplaceAllString(pointer, "/")
	}
	return d.Name
}

var listIndex = regexp.MustCompile(`/\d+`)

// maxSubject is how much of the source at the finding identifies it, in bytes.
const maxSubject = 512

// source returns the text at the finding without the layout.
func (r *Report) source(f *rules.Finding) string {
	at := r.places.locate(f.Pos)
	text := r.places.text[at.path]
	if at.offset > len(text) {
		return ""
	}
	end := min(at.offset+max(int(f.End-f.Pos), 0), len(text), at.offset+maxSubject)
	return strings.Join(strings.Fields(string(text[at.offset:end])), " ")
}
