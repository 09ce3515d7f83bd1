// Package sarif writes findings as SARIF 2.1.0, in the shape that GitHub code
// scanning reads.
//
// Sources: OASIS, "Static Analysis Results Interchange Format (SARIF) Version
// 2.1.0"; GitHub Docs, "SARIF support for code scanning".
package sarif

import (
	"bytes"
	"fmt"
	"go/token"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/iamlint/iamlint/rules"
)

// An Input is a finished run.
type Input struct {
	Findings []*rules.Finding // by file, offset and rule
	Rules    []*rules.Rule    // that ran
	Failures []error          // of iamlint itself

	// Severity is a rule's, as configured.
	Severity func(*rules.Rule) rules.Severity

	Position    func(token.Pos) token.Position // line and byte column from 1, byte offset from 0
	Text        func(file string) []byte       // content of a file that Position names
	URI         func(file string) string       // its path in the repository
	Fingerprint func(*rules.Finding) string

	Version  string // of iamlint
	Category string // tells runs of one commit apart; may be empty
	Fixes    bool   // write suggested fixes, which GitHub does not read
}

// maxResults is how many results of a run GitHub keeps.
const maxResults = 5000

// Write writes the run. The same input gives the same bytes.
func Write(w io.Writer, in Input) error {
	report := sarif.NewReport()
	report.AddRun(in.run())
	var full bytes.Buffer
	if err := report.Write(&full); err != nil {
		return fmt.Errorf("write SARIF: %w", err)
	}
	compact, err := prune(full.Bytes())
	if err != nil {
		return fmt.Errorf("write SARIF: %w", err)
	}
	_, err = w.Write(append(compact, '\n'))
	return err
}

func (in Input) run() *sarif.Run {
	run := sarif.NewRunWithInformationURI("iamlint", "https://github.com/iamlint/iamlint")
	run.WithColumnKind("utf16CodeUnits")
	driver := run.Tool.Driver.WithRules(in.descriptors())
	switch {
	case semantic.MatchString(in.Version):
		driver.WithSemanticVersion(strings.TrimPrefix(in.Version, "v"))
	case in.Version != "":
		driver.WithVersion(in.Version)
	}
	if in.Category != "" {
		run.WithAutomationDetails(sarif.NewRunAutomationDetails().WithID(in.Category + "/"))
	}
	findings, left := worst(in.Findings)
	run.WithResults(newWriter(in).results(findings))
	if left > 0 || len(in.Failures) > 0 {
		run.AddInvocation(in.invocation(left))
	}
	return run
}

// semantic matches versions as Go modules have them, which are semantic ones
// with a v in front.
var semantic = regexp.MustCompile(`^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$`)

// worst returns as many findings as a run may have, the most severe, in the
// order they were, and how many are left out.
func worst(findings []*rules.Finding) (kept []*rules.Finding, left int) {
	left = len(findings) - maxResults
	if left <= 0 {
		return findings, 0
	}
	for s := rules.Critical; s >= rules.Info; s-- {
		for _, f := range findings {
			if f.Severity == s && len(kept) < maxResults {
				kept = append(kept, f)
			}
		}
	}
	in := make(map[*rules.Finding]bool, len(kept))
	for _, f := range kept {
		in[f] = true
	}
	return slices.DeleteFunc(slices.Clone(findings), func(f *rules.Finding) bool { return !in[f] }), left
}

// invocation says what the results do not: that some are missing.
func (in Input) invocation(left int) *sarif.Invocation {
	i := sarif.NewInvocation().WithExecutionSuccessful(len(in.Failures) == 0)
	if left > 0 {
		i.AddToolExecutionNotification(notification("warning",
			fmt.Sprintf("%d findings are left out: a run holds %d, the most severe.", left, maxResults)))
	}
	for _, err := range in.Failures {
		i.AddToolExecutionNotification(notification("error", plain(err.Error())))
	}
	return i
}

func notification(level, text string) *sarif.Notification {
	return sarif.NewNotification().WithLevel(level).WithMessage(sarif.NewTextMessage(text))
}
