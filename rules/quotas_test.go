package rules

import (
	"strconv"
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// What quotas.txt says is well-formed, each thing is said once, and services are
// such.
func TestQuotasAreWellFormed(t *testing.T) {
	places := map[string]bool{"-": true, managedPlace: true, "user": true, "group": true, "role": true}
	lines := 0
	for line := range dataLines(quotasText) {
		lines++
		f := strings.Fields(line)
		kind, ok := policy.ParseKind(f[0])
		if !ok || kind == policy.Unknown {
			t.Errorf("%s: no kind of policy", line)
		}
		if kind == policy.Resource {
			ok = catalog.Default().Service(f[1]) != nil
		} else {
			ok = places[f[1]]
		}
		if !ok {
			t.Errorf("%s: no such place", line)
		}
		if n, err := strconv.Atoi(f[2]); err != nil || n < 1 {
			t.Errorf("%s: no limit", line)
		}
	}
	if len(quotas) != lines {
		t.Errorf("there are %d lines, and %d quotas", lines, len(quotas))
	}
	for key, q := range quotas {
		if q.most != 0 && q.most <= q.limit {
			t.Errorf("%v: %d is raised to %d", key, q.limit, q.most)
		}
	}
}
