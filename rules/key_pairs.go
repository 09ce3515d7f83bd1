package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// keyPairs are the keys, in lower case, that tell something only if one of others
// is tested as well.
//
// Source: AWS IAM User Guide, "AWS global condition context keys".
var keyPairs = map[string][]string{
	"aws:vpcsourceip": {
		"aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths",
	},
	"aws:ec2instancesourceprivateipv4": {"aws:Ec2InstanceSourceVpc"},
	"aws:principalorgpaths":            {"aws:PrincipalOrgID"},
}

// A keyPlacement is a key in a statement.
type keyPlacement struct {
	statement *policy.Statement
	key       *conditionKey
}

// letsIn says whether the entry tells who is allowed something: by an Allow of
// what has one of the values, or a Deny of all the rest.
func letsIn(e *conditionEntry) bool {
	switch e.op.Family {
	case access.NoOperator, access.NullOperator:
		return false
	}
	return e.statement.Effect == policy.Allow && !e.op.Negated || e.statement.Effect == policy.Deny && e.op.Negated
}

// mayTest says whether the statement may have a condition on one of the keys.
func mayTest(s *policy.Statement, keys []string) bool {
	return s.Open() || len(s.Condition.Rest) > 0 ||
		slices.ContainsFunc(s.Condition.Entries, func(c policy.Condition) bool { return mayHaveKey(c, keys) })
}

// mayDenyBy says whether some statement of the policy that denies may have a
// condition on one of the keys.
func mayDenyBy(d *policy.Document, keys []string) bool {
	return d.Open() || slices.ContainsFunc(d.Statements, func(s *policy.Statement) bool {
		return s.Effect != policy.Allow && mayTest(s, keys)
	})
}

func mayHaveKey(c policy.Condition, keys []string) bool {
	if !c.Variable.Known() {
		return !strings.Contains(c.Variable.Prefix(), "/") // the name of a tag
	}
	return slices.ContainsFunc(keys, func(key string) bool { return strings.EqualFold(key, c.Variable.Text()) })
}

// namesNoOrganization says whether the pattern is of a path in any organization,
// but not of all paths.
func namesNoOrganization(v policy.Value) bool {
	organization, path, ok := strings.Cut(v.Prefix(), "/")
	if !ok {
		return false
	}
	return strings.ContainsAny(organization, "*?") && (strings.Contains(path, "r-") || strings.Contains(path, "ou-"))
}
