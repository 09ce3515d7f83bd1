package main

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// encode writes the text that package catalog embeds; its format.go describes it.
func encode(src *source, dependents npmPackage) ([]byte, error) {
	var out, sections bytes.Buffer
	fmt.Fprintf(&out, "iamlint-catalog 1\n")
	fmt.Fprintf(&out, "date %s\n", src.date)
	fmt.Fprintf(&out, "source %s %s\n", src.spec.name, src.spec.version)
	fmt.Fprintf(&out, "dependents %s %s\n", dependents.name, dependents.version)
	fmt.Fprintf(&out, "services %d\n", len(src.services))
	for _, s := range src.services {
		names, details, err := encodeService(s)
		if err != nil {
			return nil, fmt.Errorf("service %s: %w", s.prefix, err)
		}
		rcp := ""
		if s.rcp {
			rcp = "rcp"
		}
		fmt.Fprintf(&out, "%s\t%s\t%d\t%d\t%d\t%s\n", s.prefix, s.name, len(s.actions), len(names), len(details), rcp)
		sections.WriteString(names)
		sections.WriteString(details)
	}
	fmt.Fprintf(&out, "globals %d\n", len(src.globals))
	for _, k := range src.globals {
		fmt.Fprintf(&out, "%s\t%s\n", k.Key, k.Type)
	}
	encodeMap(&out, "vendors", arnVendors(src))
	encodeMap(&out, "keyprefixes", src.keyPrefixes)
	out.Write(sections.Bytes())
	return out.Bytes(), nil
}

// encodeMap writes a sorted table of names and lists.
func encodeMap(out *bytes.Buffer, title string, m map[string][]string) {
	fmt.Fprintf(out, "%s %d\n", title, len(m))
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(out, "%s\t%s\n", name, strings.Join(m[name], " "))
	}
}

// arnVendors maps the third field of ARN formats to the services that use it.
// A variable there (a backup can be of any service) names no vendor.
func arnVendors(src *source) map[string][]string {
	m := map[string][]string{}
	for _, s := range src.services {
		for _, t := range s.types {
			for _, format := range t.formats() {
				vendor := strings.SplitN(format, ":", 4)[2]
				if !strings.Contains(vendor, "${") && !slices.Contains(m[vendor], s.prefix) {
					m[vendor] = append(m[vendor], s.prefix)
				}
			}
		}
	}
	return m
}

// bareVariable is a variable without its "$", as one format has it.
var bareVariable = regexp.MustCompile(`([^$])\{([A-Za-z]+)[A-Za-z-]*\}`)

// formats returns the ARN formats of the type, of which a few have two.
func (t resourceType) formats() []string {
	return strings.Split(bareVariable.ReplaceAllString(t.ARN, "$1$${$2}"), ", ")
}
