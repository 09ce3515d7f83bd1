package rules

import (
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// reportRegion reports a value that is no Region, as far as is known.
func (p *Pass) reportRegion(e *conditionEntry, v *policy.Value) {
	text := v.Text()
	if catalog.PartitionOfRegion(text) != nil {
		p.Reportf(e.statement, *v, "Region %q does not exist, or is newer than the AWS data of %s", text, catalog.PartitionsDate).
			As(Suggestion, 0)
		return
	}
	near := p.near.look("Region "+text, func() []string { return nearestRegion(text) })
	if len(near) == 0 {
		p.Reportf(e.statement, *v, "Region %q does not exist", text)
		return
	}
	f := p.Reportf(e.statement, *v, "Region %q does not exist; did you mean %q?", text, near[0])
	if lettersAndDigits(text) == lettersAndDigits(near[0]) {
		edits, ok := p.Replace(*v, near[0])
		f.Fix("write "+near[0], edits, ok)
	}
}

// nearestRegion returns the Region that was probably meant: one that differs in
// case and dashes only, or else in few letters.
func nearestRegion(text string) []string {
	var all []string
	for _, p := range catalog.Partitions() {
		all = append(all, p.Regions...)
	}
	for _, region := range all {
		if lettersAndDigits(region) == lettersAndDigits(text) {
			return []string{region}
		}
	}
	if region, ok := catalog.Nearest(text, all); ok {
		return []string{region}
	}
	return nil
}

// lettersAndDigits returns the text without anything else, in lower case.
func lettersAndDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(lowerAndDigits, r) {
			return r
		}
		return -1
	}, strings.ToLower(text))
}
