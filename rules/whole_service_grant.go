package rules

import (
	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// countGranted returns how many of the service's actions are not denied.
func countGranted(denied *access.Denied, service *catalog.Service) int {
	switch all := service.Prefix() + ":*"; {
	case !denied.Touches(all):
		return service.Count()
	case denied.Action(all):
		return 0
	}
	n := 0
	for i := range service.Actions() {
		if !denied.Action(service.Actions()[i].FullName()) {
			n++
		}
	}
	return n
}

func wholeServiceSeverity(d *policy.Document, s *policy.Statement, service *catalog.Service) Severity {
	r := restrictionOf(s)
	severity := Medium
	switch h := holdOn(d, s, service); {
	case h == literals && !managesPermissions(d, s, service):
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
// permissions acts on one of the statement's resources.
func managesPermissions(d *policy.Document, s *policy.Statement, service *catalog.Service) bool {
	t := targetsOf(d, s)
	for i := range service.Actions() {
		a := &service.Actions()[i]
		if a.Levels.Has(catalog.PermissionsManagement) && t.take(a) {
			return true
		}
	}
	return false
}
