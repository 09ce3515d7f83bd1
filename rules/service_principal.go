package rules

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
)

//go:embed service_principals.txt
var servicePrincipalsText string

// servicePrincipals are the names of known service principals, without suffix.
var servicePrincipals = sync.OnceValue(func() []string {
	return slices.Collect(dataLines(servicePrincipalsText))
})

// cutServiceSuffix takes from a host what all service principals of a partition
// end in.
func cutServiceSuffix(host string) (name string, ok bool) {
	partitions := catalog.Partitions()
	for i := range partitions {
		if name, ok := strings.CutSuffix(host, "."+partitions[i].DNSSuffix); ok {
			return name, true
		}
	}
	return strings.CutSuffix(host, ".amazon.com") // of Alexa
}

// isServiceHost says whether the text has the form of a service principal, in
// lower case or not.
func isServiceHost(text string) bool {
	name, ok := cutServiceSuffix(strings.ToLower(text))
	return ok && name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-.") == ""
}

// isKnownService says whether there is a service principal of the name, as far
// as is known. A Region may stand at its end: logs.eu-west-1.
func isKnownService(c *catalog.Catalog, name string) bool {
	if _, ok := slices.BinarySearch(servicePrincipals(), name); ok || c.Service(name) != nil {
		return true
	}
	i := strings.LastIndexByte(name, '.')
	return i > 0 && catalog.PartitionOfRegion(name[i+1:]) != nil && isKnownService(c, name[:i])
}
