package access

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// formatsOf returns the formats of the ARNs that the action takes: those it
// needs before those it may have, and simple ones first. Left out are those that
// can be of any service, and those of other services unless there are none
// else: a request has them besides, such as a bucket to log to.
func formatsOf(a *catalog.Action) []string {
	own, others := map[string]int{}, map[string]int{}
	prefix := "arn:${Partition}:" + a.Service().Prefix() + ":"
	for _, r := range a.Resources() {
		t := a.Service().ResourceType(r.Type)
		if t == nil {
			continue
		}
		for _, format := range t.ARNs {
			rank := len(format)
			if !r.Required {
				rank += 1000
			}
			switch {
			case strings.HasPrefix(format, prefix):
				own[format] = rank
			case !strings.HasPrefix(format, "arn:${Partition}:${"):
				others[format] = rank
			}
		}
	}
	if len(own) == 0 {
		own = others
	}
	return slices.SortedFunc(maps.Keys(own), func(a, b string) int {
		return cmp.Or(cmp.Compare(own[a], own[b]), strings.Compare(a, b))
	})
}
