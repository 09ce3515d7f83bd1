package sarif

import (
	"go/token"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/rules"
)

// maxRelated is how many related locations a result has.
const maxRelated = 10

// A writer makes results of findings.
type writer struct {
	in     Input
	index  map[*rules.Rule]int
	hashes map[string][]lineHash // of lines, by file
}

func newWriter(in Input) *writer {
	w := &writer{in: in, index: map[*rules.Rule]int{}, hashes: map[string][]lineHash{}}
	for i, r := range in.Rules {
		w.index[r] = i
	}
	return w
}

// results makes one result of all findings of a rule on one line: the
// fingerprint that GitHub goes by is that of the line.
func (w *writer) results(findings []*rules.Finding) []*sarif.Result {
	type line struct {
		rule *rules.Rule
		file string
		line int
	}
	groups := map[line][]*rules.Finding{}
	var order []line
	for _, f := range findings {
		at := w.in.Position(f.Pos)
		key := line{f.Rule, at.Filename, at.Line}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], f)
	}
	results := make([]*sarif.Result, 0, len(order))
	for _, key := range order {
		results = append(results, w.result(groups[key]))
	}
	return results
}

// result makes a result of findings on one line. It stands where the first one
// does and is as severe as the worst.
func (w *writer) result(group []*rules.Finding) *sarif.Result {
	f := group[0]
	worst := f.Severity
	var related []analysis.RelatedInformation
	for _, g := range group[1:] {
		worst = max(worst, g.Severity)
		related = append(related, analysis.RelatedInformation{Pos: g.Pos, End: g.End, Message: g.Message})
	}
	related = append(related, f.Related...)
	locations, links := w.related(related)

	r := sarif.NewResult().WithRuleID(f.Rule.Name).WithLevel(level(worst)).
		WithMessage(sarif.NewTextMessage(messageText(f.Message, len(group)-1, links))).
		WithLocations([]*sarif.Location{sarif.NewLocation().WithPhysicalLocation(w.place(f.Pos, f.End))}).
		WithPartialFingerprints(map[string]string{
			"primaryLocationLineHash": w.lineHash(f.Pos),
			"iamlint/v1":              w.in.Fingerprint(f),
		})
	if i, ok := w.index[f.Rule]; ok {
		r.WithRuleIndex(i)
	}
	if len(locations) > 0 {
		r.WithRelatedLocations(locations)
	}
	if w.in.Fixes && len(f.SuggestedFixes) > 0 {
		r.WithFixes(w.fixes(f))
	}
	return r
}

// related makes the related locations, and the links to them.
func (w *writer) related(all []analysis.RelatedInformation) (locations []*sarif.Location, links []string) {
	for i, rel := range all[:min(len(all), maxRelated)] {
		id := i + 1
		locations = append(locations, sarif.NewLocation().WithID(id).
			WithPhysicalLocation(w.place(rel.Pos, rel.End)).
			WithMessage(sarif.NewTextMessage(plain(rel.Message))))
		links = append(links, link(id, rel.Message))
	}
	return locations, links
}

// lineHash returns the hash of the line at the position.
func (w *writer) lineHash(pos token.Pos) string {
	at := w.in.Position(pos)
	hashes, ok := w.hashes[at.Filename]
	if !ok {
		hashes = lineHashes(w.in.Text(at.Filename))
		w.hashes[at.Filename] = hashes
	}
	return hashes[min(at.Line, len(hashes))-1].String()
}

// fixes makes the suggested fixes of a finding.
func (w *writer) fixes(f *rules.Finding) []*sarif.Fix {
	var fixes []*sarif.Fix
	for _, s := range f.SuggestedFixes {
		fix := sarif.NewFix().WithDescription(sarif.NewTextMessage(plain(s.Message)))
		for _, e := range s.TextEdits {
			fix.AddArtifactChange(sarif.NewArtifactChange().
				WithArtifactLocation(w.artifact(e.Pos)).
				AddReplacement(sarif.NewReplacement().
					WithDeletedRegion(w.region(e.Pos, e.End)).
					WithInsertedContent(sarif.NewArtifactContent().WithText(string(e.NewText)))))
		}
		fixes = append(fixes, fix)
	}
	return fixes
}
