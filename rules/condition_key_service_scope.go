package rules

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/policy"
)

// ConditionKeyServiceScope reports keys for the owner of a VPC endpoint where
// the service does not send them.
var ConditionKeyServiceScope = &Rule{
	Name: "condition-key-service-scope",
	Kind: Warning,
	Doc: `not all services send this condition key

Only some services tell who owns the VPC endpoint that a request comes through:
aws:VpceAccount, aws:VpceOrgID, aws:VpceOrgPaths. With any other service the key
is always missing: an Allow that compares it grants nothing, and a Deny of all
other values denies everything. List the actions of services that send it.`,
	Policies: policy.Identity | policy.PermissionSet | policy.SCP | policy.RCP | policy.Resource,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": ["s3:*", "sns:*"], "Resource": "*",
  "Condition": {"StringNotEqualsIfExists": {«"aws:VpceOrgID"»: "o-abcdefghij"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": ["s3:*", "kms:*"], "Resource": "*",
  "Condition": {"StringNotEqualsIfExists": {"aws:VpceOrgID": "o-abcdefghij"}}}}`,
	Run: conditionKeyServiceScope,
}

//go:embed endpoint_owner_services.txt
var endpointOwnerText string

// endpointOwnerServices are those of endpoint_owner_services.txt.
var endpointOwnerServices = sync.OnceValue(func() []string { return slices.Collect(dataLines(endpointOwnerText)) })

func conditionKeyServiceScope(pass *Pass) {
	for _, e := range pass.conditionEntries() {
		if e.key == nil || !isEndpointOwner(e.key) || e.statement.Open() {
			continue
		}
		holds, certain := e.whenAbsent()
		if !certain {
			continue
		}
		everything := holds && e.statement.Effect == policy.Deny && pass.Policy.Kind != policy.Resource && isAboutAll(e.statement)
		if everything {
			pass.Reportf(e.statement, e.Variable, "%s is not sent by most services, for which this Deny always applies", e.Variable.Text())
		} else if without := pass.withoutEndpointOwner(e.statement); len(without) > 0 {
			pass.Reportf(e.statement, e.Variable, "%s is not sent by %s", e.Variable.Text(), listed(without))
		}
	}
}

func isEndpointOwner(k *conditionKey) bool {
	return k.sort == globalKey && (k.is("aws:VpceAccount") || k.is("aws:VpceOrgID") || k.is("aws:VpceOrgPaths"))
}

// isAboutAll says whether the actions of the statement are those of all
// services, or of all but some.
func isAboutAll(s *policy.Statement) bool {
	return s.NotAction.Present() || slices.ContainsFunc(s.Action.Values, policy.Value.AllWildcard)
}

// withoutEndpointOwner returns the services of the statement's actions that do
// not send the keys.
func (p *Pass) withoutEndpointOwner(s *policy.Statement) []string {
	var without []string
	for _, v := range s.Action.Values {
		prefix, _, ok := strings.Cut(v.Prefix(), ":")
		if !ok || p.Catalog.Service(prefix) == nil {
			continue
		}
		prefix = strings.ToLower(prefix)
		if !slices.Contains(endpointOwnerServices(), prefix) && !slices.Contains(without, prefix) {
			without = append(without, prefix)
		}
	}
	return without
}
