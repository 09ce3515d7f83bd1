package rules

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// regionLimit returns the condition of a Deny that spares some Regions of the
// partition aws, unless other conditions may spare more than single callers.
func regionLimit(s *policy.Statement) *policy.Condition {
	var limit *policy.Condition
	for i := range s.Condition.Entries {
		e := &s.Condition.Entries[i]
		op := access.ParseOperator(e.Operator.Text())
		key := strings.ToLower(e.Variable.Text())
		switch {
		case !e.Operator.Known() || !e.Variable.Known() || !op.Negated || op.HasSet():
			return nil
		case key == "aws:requestedregion" && limit == nil && op.Family == access.StringOperator && areRegions(&e.List):
			limit = e
		case !isPrincipalKey(key):
			return nil
		}
	}
	return limit
}

// areRegions says whether all values are Regions of the partition aws.
func areRegions(l *policy.List) bool {
	for _, v := range l.Values {
		text, known := v.Literal()
		partition := catalog.PartitionOfRegion(text)
		if !known || partition == nil || partition.Name != "aws" {
			return false
		}
	}
	return !l.Open() && len(l.Values) > 0
}

//go:embed global_services.txt
var globalServicesText string

// blockedServices returns the global services that are blocked outside of the
// entry's Regions; none where the author thought of us-east-1.
func blockedServices(e *policy.Condition) []string {
	allowed := func(region string) bool {
		return slices.ContainsFunc(e.Values, func(v policy.Value) bool { return v.Is(region) })
	}
	var blocked []string
	for line := range dataLines(globalServicesText) {
		service, region, _ := strings.Cut(line, " ")
		if !allowed(region) && !allowed("us-east-1") {
			blocked = append(blocked, service)
		}
	}
	return blocked
}
