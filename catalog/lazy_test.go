package catalog

import (
	"strings"
	"sync"
	"testing"
)

// decoded says which parts of a service have been.
func (s *Service) decoded() (names, details bool) {
	return s.actions != nil, s.details.keyLists != nil
}

// Nothing is decoded before it is asked for, and a service does not bring
// others along.
func TestDecodedWhenAsked(t *testing.T) {
	c := open(awsText)
	check := func(when string, wantNames, wantDetails []string) {
		t.Helper()
		var gotNames, gotDetails []string
		for i := range c.services {
			names, details := c.services[i].decoded()
			if names {
				gotNames = append(gotNames, c.services[i].prefix)
			}
			if details {
				gotDetails = append(gotDetails, c.services[i].prefix)
			}
		}
		if strings.Join(gotNames, " ") != strings.Join(wantNames, " ") || strings.Join(gotDetails, " ") != strings.Join(wantDetails, " ") {
			t.Errorf("%s: names of %q and details of %q are decoded, want %q and %q", when, gotNames, gotDetails, wantNames, wantDetails)
		}
	}
	check("at start-up", nil, nil)
	c.Count()
	c.NearestService("lamda")
	c.ConditionKey("aws:SourceIp")
	c.ARNServices("s3")
	c.Retired("sumerian")
	check("after looking at no service", nil, nil)
	pass := c.Action("iam:PassRole")
	c.Expand("sts:Get*")
	check("after names", []string{"iam", "sts"}, nil)
	_, _ = pass.WildcardOnly(), pass.Levels
	check("after level and wildcard-only", []string{"iam", "sts"}, nil)
	pass.Resources()
	check("after resource types", []string{"iam", "sts"}, []string{"iam"})
	c.ConditionKey("s3:prefix")
	check("after a condition key", []string{"iam", "sts"}, []string{"iam", "s3"})
}

// Opening allocates for the list of services and no more: a small part of
// what decoding all of them takes.
func TestOpenAllocatesLittle(t *testing.T) {
	services := float64(len(Default().services))
	if n := testing.AllocsPerRun(10, func() { open(awsText) }); n > services/4 {
		t.Errorf("opening allocates %v times, for %v services", n, services)
	}
}

// Lookups that find what is there need no memory, once it is decoded.
func TestLookupsDoNotAllocate(t *testing.T) {
	c := Default()
	n := testing.AllocsPerRun(10, func() {
		a := c.Action("S3:GetObject")
		a.Resources()
		a.ConditionKeys()
		c.ConditionKey("s3:ExistingObjectTag/team")
		c.ExpandsToAny("ec2:*Vpc*")
	})
	if n > 0 {
		t.Errorf("lookups allocate %v times", n)
	}
}

// Run with -race: many goroutines decode the same services at once.
func TestConcurrency(t *testing.T) {
	c := open(awsText)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, p := range c.Prefixes() {
				s := c.Service(p)
				for i := range s.Actions() {
					s.Actions()[i].Resources()
				}
				c.ConditionKey(p + ":ResourceTag/a")
				c.Undocumented(p + ":NoSuchAction")
			}
			c.NearestActions("s3", "GetObjects")
			if n := len(c.Expand("*")); n != c.actions {
				t.Errorf("expanded to %d actions of %d", n, c.actions)
			}
		})
	}
	group.Wait()
}

// A fault in the data must stop the program at once, not give wrong answers.
func TestFaultyData(t *testing.T) {
	head := "iamlint-catalog 1\ndate d\nsource s\ndependents s\nservices 1\n"
	rest := "globals 0\nvendors 0\nkeyprefixes 0\n"
	for name, text := range map[string]string{
		"another format":   "iamlint-catalog 2\n",
		"ends early":       head,
		"a header missing": "iamlint-catalog 1\nsource s\n",
		"no number":        head + "x\tX\tmany\t0\t0\t\n" + rest,
		"a negative one":   head + "x\tX\t-1\t0\t0\t\n" + rest,
		"bytes left":       head + "x\tX\t1\t4\t0\t\n" + rest + "R\tA\nR\tB\n",
		"too few bytes":    head + "x\tX\t1\t40\t0\t\n" + rest + "R\tA\n",
		"more actions":     head + "x\tX\t1\t8\t0\t\n" + rest + "R\tA\nR\tB\n",
		"fewer actions":    head + "x\tX\t3\t8\t0\t\n" + rest + "R\tA\nR\tB\n",
		"unknown level":    head + "x\tX\t1\t4\t0\t\n" + rest + "X\tA\n",
		"a list too far":   head + "x\tX\t1\t10\t0\t\n" + rest + "R\tA\t99999\n",
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			open(text).Service("x").Actions()
		}()
	}
	good := open(head + "x\tX\t2\t8\t4\trcp\n" + rest + "R\tA\nR\tB\n\n\n\n\n")
	if s := good.Service("x"); len(s.Actions()) != 2 || !s.rcp || len(s.ResourceTypes()) != 0 {
		t.Errorf("data without a fault gives %+v", s.Actions())
	}
}
