package main

import (
	"io"

	"github.com/iamlint/iamlint/sarif"
)

func writeSARIF(w io.Writer, v *view) error {
	return sarif.Write(w, sarif.Input{
		Findings:    v.Findings,
		Rules:       v.Rules,
		Failures:    v.Failures,
		Severity:    v.cfg.RuleSeverity,
		Position:    v.Position,
		Text:        v.Text,
		URI:         v.repoPath,
		Fingerprint: v.Fingerprint,
		Version:     buildVersion().Version,
		Category:    v.sarifCategory,
		Fixes:       v.sarifFixes,
	})
}
