package access

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// maxFilled is how long a pattern may be to be filled in.
const maxFilled = 512

// What stands in examples.
const (
	exampleName      = "example"
	exampleAccount   = "111122223333"
	examplePartition = "aws"
	exampleRegion    = "us-east-1"
)

// examples stand for holes by their form. Of other forms no example is right.
var examples = map[policy.Form]string{
	policy.NameForm: exampleName, policy.SafeForm: exampleName, policy.IDForm: exampleName,
	policy.PathForm: "/", policy.AccountForm: exampleAccount, policy.PartitionForm: examplePartition,
	policy.RegionForm: exampleRegion, policy.DNSSuffixForm: "amazonaws.com", policy.OrgIDForm: "o-exampleorgid",
	policy.UUIDForm: "11111111-2222-3333-4444-555555555555",
}

// exampleOf returns what a placeholder of an ARN format or a policy variable
// stands for in examples.
func exampleOf(name string) string {
	switch strings.ToLower(name) {
	case "partition":
		return examplePartition
	case "region", "aws:requestedregion":
		return exampleRegion
	case "account", "accountid", "aws:principalaccount", "aws:resourceaccount", "aws:sourceaccount":
		return exampleAccount
	case "aws:principalorgid", "aws:resourceorgid", "aws:sourceorgid":
		return examples[policy.OrgIDForm]
	}
	return exampleName
}

// fillARN returns an ARN of the format, such as
// "arn:${Partition}:s3:::${BucketName}", that the pattern matches.
func fillARN(format string, p *Pattern) (string, bool) {
	format = strings.ReplaceAll(format, "*", "${Any}") // a few formats have one
	if p.shape == all {
		return fillFormat(format), true
	}
	fields := strings.SplitN(format, ":", 6)
	if len(fields) < 6 || len(p.symbols) > 0 {
		return "", false
	}
	patterns, ok := p.fields()
	if !ok {
		return "", false
	}
	filled := make([]string, 6)
	for i, f := range fields[:5] {
		if filled[i], ok = fillField(f, patterns[i]); !ok {
			return "", false
		}
	}
	if filled[5], ok = fillResource(fields[5], patterns[5]); !ok {
		return "", false
	}
	text := strings.Join(filled, ":")
	return text, p.MatchesResource(text) == Yes
}

// fillFormat puts examples in the place of all placeholders.
func fillFormat(format string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(format, "${")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(exampleOf(name))
		format = after
	}
}

// fields returns the tokens of each field of an ARN.
func (p *Pattern) fields() (fields [6][]token, ok bool) {
	if p.shape != arn {
		return fields, false
	}
	rest := p.tokens
	for i := range 5 {
		n := slices.Index(rest, ':')
		fields[i], rest = rest[:n], rest[n+1:]
	}
	fields[5] = rest
	return fields, true
}

// fillField returns a text for one of the first fields of an ARN.
func fillField(format string, pattern []token) (string, bool) {
	name, isPlaceholder := strings.CutPrefix(format, "${")
	name = strings.TrimSuffix(name, "}")
	if !isPlaceholder {
		return format, fieldMatches(pattern, format)
	}
	text := exampleOf(name)
	if fieldMatches(pattern, text) {
		return text, true
	}
	for _, candidate := range candidates(name) {
		if fieldMatches(pattern, candidate) {
			return candidate, true
		}
	}
	var b strings.Builder
	for _, t := range pattern {
		if t < 0 {
			return "", false
		}
		b.WriteRune(rune(t))
	}
	return b.String(), b.Len() > 0
}

func candidates(placeholder string) []string {
	var list []string
	switch placeholder {
	case "Partition":
		for _, p := range catalog.Partitions() {
			list = append(list, p.Name)
		}
	case "Region":
		for _, p := range catalog.Partitions() {
			list = append(list, p.Regions...)
		}
	}
	return list
}

func fieldMatches(pattern []token, text string) bool {
	left := maxSteps
	return (&Pattern{tokens: pattern}).takes(literalAction(text), &left) == Yes
}
