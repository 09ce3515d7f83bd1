package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// checkRegion looks at a Region without wildcards.
func (p *Pass) checkRegion(r *listedResource, region string) {
	if k := p.everyKind(r, hasNoRegion); k != nil && !r.mayBeFact("with-region") {
		f := p.Reportf(r.statement, r.fieldHere(arnRegion), "ARNs like %s have no Region; remove %q", k.format, r.arn.field(arnRegion))
		p.fixField(f, r, arnRegion)
		return
	}
	field := r.arn.field(arnRegion)
	if !field.Known() {
		return
	}
	name, known := r.arn.literal(arnPartition)
	partition := catalog.PartitionByName(name)
	in := catalog.PartitionOfRegion(region)
	switch {
	case known && partition == nil:
		// There is nothing to say of a partition that does not exist.
	case known && in != nil && in != partition:
		p.Reportf(r.statement, field, "Region %q is of partition %s, not of %s", region, in.Name, name)
	case in == nil:
		p.Reportf(r.statement, field, "Region %q does not exist", region)
	case !in.HasRegion(region) && !isDirection(region):
		if near, ok := catalog.Nearest(region, in.Regions); ok {
			p.Reportf(r.statement, field, "Region %q is not known; did you mean %q?", region, near).As(Warning, 0)
		}
	}
}

// isDirection says whether the word in the middle of the Region's name is that of
// some Region, as it probably is of one that is new.
func isDirection(region string) bool {
	word := region[strings.IndexByte(region, '-'):strings.LastIndexByte(region, '-')]
	for _, p := range catalog.Partitions() {
		if slices.ContainsFunc(p.Regions, func(known string) bool { return strings.Contains(known, word+"-") }) {
			return true
		}
	}
	return false
}
