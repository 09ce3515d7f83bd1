package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// countGranted returns how many of the service's actions may act on the targets
// and are not denied there.
func countGranted(t *targets, denied *access.Denied, service *catalog.Service) int {
	switch all := service.Prefix() + ":*"; {
	case denied.Action(all):
		return 0
	case t.open && !denied.Touches(all):
		return service.Count()
	}
	n := 0
	for i := range service.Actions() {
		if a := &service.Actions()[i]; t.take(a) && !denied.Action(a.FullName()) {
			n++
		}
	}
	return n
}

func wholeServiceSeverity(d *policy.Document, s *policy.Statement, t *targets, service *catalog.Service) Severity {
	r := restrictionOf(s)
	severity := Medium
	switch h := holdOn(d, s, service); {
	case h == literals && !managesPermissions(t, service):
		severity = Info
	case h != every || r == scoped:
		severity = Low
	case weightyServices[service.Prefix()]:
		severity = High
	}
	if r == guarded {
		severity = r.lower(severity)
	}
	return severity
}

// managesPermissions says whether an action of the service that manages
// permissions may act on one of the targets.
func managesPermissions(t *targets, service *catalog.Service) bool {
	for i := range service.Actions() {
		a := &service.Actions()[i]
		if a.Levels.Has(catalog.PermissionsManagement) && t.take(a) {
			return true
		}
	}
	return false
}
