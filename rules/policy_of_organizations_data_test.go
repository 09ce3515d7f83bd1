package rules

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

// What service_calls.txt names, AWS has.
func TestServiceCallsExist(t *testing.T) {
	for _, name := range serviceCalls() {
		a := catalog.Default().Action(name)
		if a == nil || a.FullName() != name || !catalog.Default().SupportsRCP(a.Service().Prefix()) {
			t.Errorf("%s is no action of a service with resource control policies", name)
		}
	}
}

// So it is with global_services.txt.
func TestGlobalServicesExist(t *testing.T) {
	for line := range dataLines(globalServicesText) {
		service, region, _ := strings.Cut(line, " ")
		if catalog.Default().Service(service) == nil {
			t.Errorf("%s is no service", service)
		}
		if !catalog.PartitionByName("aws").HasRegion(region) {
			t.Errorf("%s: %q is no Region", service, region)
		}
	}
}
