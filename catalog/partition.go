package catalog

import (
	"slices"
	"strings"
)

// A Partition is a part of AWS with its own accounts and Regions: the second
// field of ARNs.
type Partition struct {
	Name               string // "aws-cn"
	DNSSuffix          string // of service endpoints: "amazonaws.com.cn"
	DualStackDNSSuffix string // of endpoints with IPv6: "api.amazonwebservices.com.cn"
	GlobalRegion       string // that global services sign requests for: "cn-northwest-1"

	// RegionPattern is the regular expression of names of the partition's
	// Regions, also of ones that do not exist yet.
	RegionPattern string

	// Regions are the Regions known at [PartitionsDate], sorted.
	Regions []string

	// PseudoRegion is what endpoint lists call the Region of global services,
	// such as "aws-global"; it is no Region. Empty if there is none.
	PseudoRegion string

	areas []string // what RegionPattern allows in front
}

// Partitions returns all partitions, "aws" first.
func Partitions() []Partition { return partitions[:] }

// PartitionByName returns the partition with the name, or nil. ARNs are
// case-sensitive, and so are names.
func PartitionByName(name string) *Partition {
	for i := range partitions {
		if partitions[i].Name == name {
			return &partitions[i]
		}
	}
	return nil
}

// PartitionOfRegion returns the partition that the Region is in, or would be
// in by the form of its name, or nil.
func PartitionOfRegion(region string) *Partition {
	for i := range partitions {
		if p := &partitions[i]; p.HasRegion(region) || p.HasRegionForm(region) {
			return p
		}
	}
	return nil
}

// HasRegion says whether the partition has a Region of that name, as far as
// was known at [PartitionsDate].
func (p *Partition) HasRegion(region string) bool {
	_, ok := slices.BinarySearch(p.Regions, region)
	return ok
}

// HasRegionForm says whether the name matches RegionPattern. A name that does
// and is not among Regions may be newer than the data.
func (p *Partition) HasRegionForm(region string) bool {
	for _, area := range p.areas {
		rest, ok := strings.CutPrefix(region, area+"-")
		if !ok {
			continue
		}
		place, number, ok := strings.Cut(rest, "-")
		if ok && all(place, isWord) && all(number, isDigit) {
			return true
		}
	}
	return false
}

// all says whether s is not empty and consists of such bytes.
func all(s string, is func(byte) bool) bool {
	for i := range len(s) {
		if !is(s[i]) {
			return false
		}
	}
	return s != ""
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isWord(b byte) bool { return isDigit(b) || 'a' <= lower(b) && lower(b) <= 'z' || b == '_' }
