package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// InvalidPartition reports ARNs of partitions that do not exist.
var InvalidPartition = &Rule{
	Name: "invalid-partition",
	Kind: Error,
	Doc: `there is no AWS partition of this name

The second field of an ARN is the part of AWS that the resource is in: aws,
aws-cn for China, aws-us-gov for GovCloud (US), and a few more. With any other
name it matches nothing, and IAM refuses it.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:«aws-gov»:s3:::reports/*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws-us-gov:s3:::reports/*"}}`,
	Run:  invalidPartition,
}

func invalidPartition(pass *Pass) {
	for r := range pass.listedARNs() {
		name := r.arn.text(arnPartition)
		if name == "aws" || name == "*" || !r.arn.known(arnPartition) || isPartition(name) {
			continue
		}
		at := r.arn.field(arnPartition)
		if name == "" {
			at = *r.value
		}
		if near := nearestPartition(name); near != "" {
			pass.Reportf(r.statement, at, "partition %q does not exist; did you mean %q?", name, near)
		} else {
			pass.Reportf(r.statement, at, "partition %q does not exist", name)
		}
	}
}

// isPartition says whether there is a partition that the text names or matches.
func isPartition(text string) bool {
	if !strings.ContainsAny(text, "*?") {
		return catalog.PartitionByName(text) != nil
	}
	matches := matcherOf(text)
	return slices.ContainsFunc(catalog.Partitions(), func(p catalog.Partition) bool { return matches(p.Name) })
}

// matcherOf returns what says whether a text with wildcards matches a name, in
// any case.
func matcherOf(text string) func(name string) bool {
	p := access.ActionPattern(policy.NewValue(policy.Span{}, text))
	return func(name string) bool { return p.MatchesAction(name) == access.Yes }
}

// nearestPartition returns the one that was probably meant, "" if none.
func nearestPartition(name string) string {
	lower := strings.ToLower(name)
	var names []string
	for _, p := range catalog.Partitions() {
		if p.Name == lower || lower == "aws-gov" && p.Name == "aws-us-gov" {
			return p.Name
		}
		names = append(names, p.Name)
	}
	near, _ := catalog.Nearest(lower, names)
	return near
}
