package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// AllowNegatedCondition reports Allows that are restricted by nothing but what
// the request is not.
var AllowNegatedCondition = &Rule{
	Name: "allow-negated-condition",
	Kind: Security, Severity: Medium,
	Policies: policy.Identity | policy.PermissionSet | policy.Resource | policy.Trust,
	Doc: `an Allow is restricted only by what the request is not

An operator with Not also holds for a request that does not have the key: an Allow
for all VPCs but one is an Allow for the internet, too. Say with a positive
operator who is to have the access, or demand the key with Null and false.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {«"StringNotEquals"»: {"aws:SourceVpc": "vpc-0a1b2c3d"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-0e5f6a7b"}}}
  ]
}
`,
	Run: allowNegatedCondition,
}

func allowNegatedCondition(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		if s.Effect != policy.Allow || len(s.Condition.Entries) == 0 || conditionsMayHold(s) || !slices.ContainsFunc(s.Condition.Entries, onlyExcludes) {
			continue
		}
		e := s.Condition.Entries[slices.IndexFunc(s.Condition.Entries, onlyExcludes)]
		if slices.ContainsFunc(s.Condition.Entries, restrictsOtherwise) || hasBothNetworks(s) || needsVariable(s, e.Variable.Text()) || !pass.isLoose(s) {
			continue
		}
		when, _ := absenceOf(strings.ToLower(e.Variable.Text()))
		pass.Reportf(s, e.Operator, "%s %s also passes %s", e.Operator, e.Variable, when).Subject = e.Variable.Text()
	}
}

// onlyExcludes says whether the entry holds for requests that do not have its
// key, which guards, and for those that have another value.
func onlyExcludes(e policy.Condition) bool {
	op := access.ParseOperator(e.Operator.Text())
	_, guards := absenceOf(strings.ToLower(e.Variable.Text()))
	return guards && op.Negated && !op.AnyValue && op.Family != access.NoOperator
}

// restrictsOtherwise says whether the entry is, or may be, another restriction.
func restrictsOtherwise(e policy.Condition) bool {
	return !onlyExcludes(e) && !strings.EqualFold(e.Variable.Text(), "aws:SecureTransport")
}

// needsVariable says whether all resources of the statement are named by the
// key: where a request does not have it, the statement is about none.
func needsVariable(s *policy.Statement, key string) bool {
	for _, v := range s.Resource.Values {
		named := slices.ContainsFunc(policy.Variables(v.Text()), func(variable policy.Variable) bool {
			return strings.EqualFold(variable.Name, key) && variable.Default == ""
		})
		if !named {
			return false
		}
	}
	return len(s.Resource.Values) > 0 && !s.Resource.Open()
}
