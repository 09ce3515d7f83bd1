package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// A publicAction says how bad it is that anyone may take actions of a service.
// The first entry that holds for an action counts.
type publicAction struct {
	service  string   // its prefix; empty is every one
	names    []string // in lower case; none is all of the service
	levels   catalog.Level
	severity Severity
}

const (
	anyLevel   = catalog.Read | catalog.List | catalog.Write | catalog.Tagging | catalog.PermissionsManagement
	writeLevel = catalog.Write | catalog.Tagging
)

// publicActions are how bad the actions are: worst are those that give away
// the data, the resource itself, or someone else's money.
var publicActions = []publicAction{
	// Made to be public: an API decides by its authorizers.
	{"execute-api", []string{"invoke"}, anyLevel, Info},
	{"lambda", []string{"getlayerversion"}, anyLevel, Info},
	{"ecr-public", nil, catalog.Read | catalog.List, Info},

	{"", nil, catalog.PermissionsManagement, Critical},
	{"s3", nil, writeLevel, Critical},
	{"ecr", nil, writeLevel, Critical},
	{"es", nil, writeLevel, Critical},
	{"aoss", nil, writeLevel, Critical},
	{"dynamodb", nil, writeLevel, Critical},
	{"kms", []string{
		"decrypt", "derivesharedsecret", "encrypt", "generatedatakey", "generatedatakeypair",
		"generatedatakeypairwithoutplaintext", "generatedatakeywithoutplaintext", "generatemac",
		"reencryptfrom", "reencryptto", "sign", "verify", "verifymac",
	}, anyLevel, Critical},
	{"secretsmanager", nil, anyLevel, Critical},
	{"lambda", []string{"invokeasync", "invokefunction", "invokefunctionurl"}, anyLevel, Critical},
	{"sqs", []string{"receivemessage"}, anyLevel, Critical},

	{"", nil, writeLevel, High},
	{"", nil, catalog.Read, High},
	{"", nil, catalog.List, Medium},
}

// publicSeverity returns how bad it is that anyone may take the action.
func publicSeverity(a *catalog.Action) Severity {
	for _, p := range publicActions {
		if a.Levels&p.levels == 0 || p.service != "" && p.service != a.Service().Prefix() {
			continue
		}
		if len(p.names) == 0 || slices.Contains(p.names, strings.ToLower(a.Name)) {
			return p.severity
		}
	}
	return High
}
