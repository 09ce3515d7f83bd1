package catalog

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// Both lists are kept by hand. What has come (back) into the catalog must go.
func TestNoteLists(t *testing.T) {
	c := Default()
	form := regexp.MustCompile(`^[a-z0-9-]+(:[A-Za-z0-9]+)?$`)
	for file, lists := range map[string][2][]string{
		"retired.txt":      {c.notes.lists().retired, c.notes.undocumented},
		"undocumented.txt": {c.notes.lists().undocumented, c.notes.retired},
	} {
		lines, other := lists[0], lists[1]
		for i, line := range lines {
			name := field(&line)
			switch _, inOther := findNote(other, name); {
			case !form.MatchString(name):
				t.Errorf("%s: %q is no action or service", file, name)
			case i > 0 && compareFold(field(new(lines[i-1])), name) >= 0:
				t.Errorf("%s: %s is not in its place", file, name)
			case c.Action(name) != nil || c.Service(name) != nil:
				t.Errorf("%s: %s is in the catalog", file, name)
			case inOther:
				t.Errorf("%s: %s is in both lists", file, name)
			}
			// An action that its service's line covers is written in vain.
			if prefix, _, ok := cutColon(name); ok {
				if _, covered := findNote(lines, prefix); covered {
					t.Errorf("%s: %s is covered by %s", file, name, prefix)
				}
			}
		}
		if len(lines) < 50 {
			t.Errorf("%s has %d lines only", file, len(lines))
		}
	}
}

func TestRetirements(t *testing.T) {
	c := Default()
	for _, line := range c.notes.lists().retired {
		if n := strings.Count(line, "\t"); n != 2 {
			t.Errorf("%q has %d tabs, want 2", line, n)
		}
		r, _ := c.Retired(field(new(line)))
		if layout := "2006-01-02"[:min(len(r.Since), 10)]; !slices.Contains([]int{4, 7, 10}, len(r.Since)) {
			t.Errorf("%s: the date %q is no year, month or day", r.Name, r.Since)
		} else if at, err := time.Parse(layout, r.Since); err != nil || at.Year() < 2015 || r.Since > c.Date() {
			t.Errorf("%s: bad date %q: %v", r.Name, r.Since, err)
		}
		if r.Why == "" || strings.HasSuffix(r.Why, ".") {
			t.Errorf("%s: the reason %q is no half sentence", r.Name, r.Why)
		}
	}
	for _, line := range c.notes.lists().undocumented {
		if strings.Count(line, "\t") != 1 {
			t.Errorf("%q has no reason", line)
		}
	}
}

func TestRetired(t *testing.T) {
	for name, want := range map[string]Retirement{
		"sumerian":            {"sumerian", "2023-02-21", "Amazon Sumerian was discontinued"},
		"SUMERIAN:Login":      {"sumerian", "2023-02-21", "Amazon Sumerian was discontinued"},
		"sumerian:*":          {"sumerian", "2023-02-21", "Amazon Sumerian was discontinued"},
		"cloudhsm:createhapg": {"cloudhsm:CreateHapg", "2020-04", "AWS CloudHSM Classic was discontinued"},
		"cloudhsm":            {}, // only the actions of its Classic
		"cloudhsm:CreateHsm":  {},
		"s3:GetObject":        {},
		"sumeria":             {},
		"":                    {},
		":":                   {},
		"#":                   {},
	} {
		if got, ok := Default().Retired(name); got != want || ok != (want.Name != "") {
			t.Errorf("Retired(%q) = %+v, %v; want %+v", name, got, ok, want)
		}
	}
}

func TestUndocumented(t *testing.T) {
	for name, want := range map[string]bool{
		"builderid": true, "BuilderID:CreateInvitation": true, "servicecatalog:AccountLevelDescribeRecord": true,
		"servicecatalog": false, "s3:ListObjects": false, "s3:GetObject": false, "sumerian": false, "": false,
	} {
		if got := Default().Undocumented(name); got != want {
			t.Errorf("Undocumented(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestMatchesNoted(t *testing.T) {
	for pattern, want := range map[string]bool{
		"cloudhsm:*Hapg": true, "CLOUDHSM:create?una*": true, "cloudhsm:****Hapg": true, "securityagent:BatchGetT*": true,
		"cloudhsm:Hapg*": false, "s3:NoSuch*": false, "": false,
	} {
		if got := Default().MatchesNoted(pattern); got != want {
			t.Errorf("MatchesNoted(%q) = %v, want %v", pattern, got, want)
		}
	}
}
