package catalog

import (
	"regexp"
	"slices"
	"testing"
	"time"
)

func TestPartitions(t *testing.T) {
	var names []string
	for i := range Partitions() {
		p := &Partitions()[i]
		names = append(names, p.Name)
		if PartitionByName(p.Name) != p || p.DNSSuffix == "" || p.DualStackDNSSuffix == "" || !p.HasRegion(p.GlobalRegion) || p.HasRegion(p.PseudoRegion) {
			t.Errorf("partition %+v", p)
		}
		form := regexp.MustCompile(p.RegionPattern)
		if !slices.IsSorted(p.Regions) {
			t.Errorf("%s: Regions are not sorted: %q", p.Name, p.Regions)
		}
		for _, r := range p.Regions {
			if !form.MatchString(r) || !p.HasRegionForm(r) || !p.HasRegion(r) || PartitionOfRegion(r) != p {
				t.Errorf("%s: Region %s does not look like one, or is of another partition", p.Name, r)
			}
		}
	}
	if want := []string{"aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"}; !slices.Equal(names, want) {
		t.Errorf("partitions are %q, want %q", names, want)
	}
	if _, err := time.Parse(time.DateOnly, PartitionsDate); err != nil {
		t.Error(err)
	}
}

func TestPartitionFacts(t *testing.T) {
	for region, want := range map[string]string{
		"us-east-1": "aws", "eu-central-2": "aws", "il-central-1": "aws", "mx-central-1": "aws", "me-south-1": "aws",
		"cn-north-1": "aws-cn", "cn-northwest-1": "aws-cn", "us-gov-west-1": "aws-us-gov", "us-gov-east-1": "aws-us-gov",
		"us-iso-east-1": "aws-iso", "us-isob-east-1": "aws-iso-b", "eusc-de-east-1": "aws-eusc", "eu-isoe-west-1": "aws-iso-e",
		"eu-central-9": "aws", // may come
		"us-east":      "", "us-east-1a": "", "US-EAST-1": "", "aws-global": "", "us-east-": "", "-east-1": "", "xx-east-1": "", "us--1": "", "us-east-1-1": "", "": "",
	} {
		got := ""
		if p := PartitionOfRegion(region); p != nil {
			got = p.Name
		}
		if got != want {
			t.Errorf("%q is in partition %q, want %q", region, got, want)
		}
	}
	for name, suffix := range map[string]string{"aws": "amazonaws.com", "aws-cn": "amazonaws.com.cn", "aws-us-gov": "amazonaws.com", "aws-eusc": "amazonaws.eu"} {
		if p := PartitionByName(name); p == nil || p.DNSSuffix != suffix {
			t.Errorf("partition %s is %+v, want DNS suffix %s", name, p, suffix)
		}
	}
	if PartitionByName("AWS") != nil || PartitionByName("") != nil || PartitionByName("aws").HasRegion("eu-central-9") {
		t.Error("a partition or Region is there that is not")
	}
}

// HasRegionForm is the regular expression, written out.
func TestRegionForm(t *testing.T) {
	names := []string{"us-east-1", "us-gov-east-1", "us-iso-east-1", "us-isob-east-1", "eusc-de-east-1", "eusc-fr-east-1", "cn-x-12", "us-e_a-1", "us-é-1", "us-east-1x", "us-east-", "us-", "us", "", "eu-isoe-west-1", "mx-1-1", "us-east-1\n"}
	for i := range Partitions() {
		p := &Partitions()[i]
		form := regexp.MustCompile(p.RegionPattern)
		for _, name := range names {
			if got, want := p.HasRegionForm(name), form.MatchString(name); got != want {
				t.Errorf("%s: %q has the form: %v, want %v", p.Name, name, got, want)
			}
		}
	}
}
