package access

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
)

// tellingActions are actions that show what a policy lets happen, the worst
// first. Who may do the first ones soon may do anything.
var tellingActions = []string{
	"iam:AttachUserPolicy", "iam:PutRolePolicy", "iam:CreateAccessKey", "iam:PassRole",
	"organizations:LeaveOrganization", "account:CloseAccount", "sso:CreateAccountAssignment", "sts:AssumeRole",
	"kms:PutKeyPolicy", "secretsmanager:GetSecretValue", "ssm:SendCommand", "ssm:GetParameter",
	"s3:PutBucketPolicy", "s3:GetObject", "s3:PutObject", "s3:DeleteObject",
	"lambda:UpdateFunctionCode", "lambda:AddPermission", "cloudformation:CreateStack", "ram:CreateResourceShare",
	"ec2:TerminateInstances", "ec2:ModifySnapshotAttribute", "dynamodb:DeleteTable", "rds:DeleteDBInstance",
	"ecr:SetRepositoryPolicy", "sns:AddPermission", "sqs:AddPermission", "kms:Decrypt",
}

var tellingPatterns = sync.OnceValue(func() []*Pattern {
	list := make([]*Pattern, len(tellingActions))
	for i, name := range tellingActions {
		list[i] = literalAction(name)
	}
	return list
})

// maxTelling is how many actions of a pattern a search for a request tries,
// besides the telling ones.
const maxTelling = 12

// Telling goes through some of the actions that the pattern matches, those first
// that show best what it lets happen.
func Telling(c *catalog.Catalog, pattern string) iter.Seq[*catalog.Action] {
	return func(yield func(*catalog.Action) bool) {
		if a := c.Action(pattern); a != nil {
			yield(a)
			return
		}
		p := actionPattern(pattern)
		for i, literal := range tellingPatterns() {
			if p.matches(literal) != Yes {
				continue
			}
			if a := c.Action(tellingActions[i]); a != nil && !yield(a) {
				return
			}
		}
		if p.shape == all {
			return
		}
		for _, a := range byPower(c, pattern) {
			if !yield(a) {
				return
			}
		}
	}
}

// wholeByPower is what [byPower] has returned for all actions of a service.
var wholeByPower sync.Map

// byPower returns some of the actions that the pattern matches, those first that
// do most.
func byPower(c *catalog.Catalog, pattern string) []*catalog.Action {
	prefix, isWhole := strings.CutSuffix(pattern, ":*")
	service := c.Service(prefix)
	if !isWhole || service == nil {
		return mostPowerful(c.Expand(pattern))
	}
	known, ok := wholeByPower.Load(service)
	if !ok {
		known, _ = wholeByPower.LoadOrStore(service, mostPowerful(c.Expand(pattern)))
	}
	return known.([]*catalog.Action)
}

func mostPowerful(actions []*catalog.Action) []*catalog.Action {
	var byPower [powers][]*catalog.Action
	for _, a := range actions {
		if p := powerOf(a); len(byPower[p]) < maxTelling {
			byPower[p] = append(byPower[p], a)
		}
	}
	most := slices.Concat(byPower[:]...)
	return most[:min(len(most), maxTelling)]
}

const powers = 6

// powerOf returns how much the action does, 0 being the most. The level alone
// does not tell: some actions that read have one that says otherwise. What is
// done to a resource tells more than what changes a setting.
func powerOf(a *catalog.Action) int {
	deletes := strings.HasPrefix(a.Name, "Delete")
	switch {
	case !a.Levels.Has(catalog.Write):
		return 5
	case a.Levels.Has(catalog.PermissionsManagement) && strings.Contains(a.Name, "Policy") && !deletes && !strings.HasPrefix(a.Name, "Get"):
		return 0
	case deletes && !a.WildcardOnly():
		return 1
	case !a.WildcardOnly():
		return 2
	case deletes:
		return 3
	}
	return 4
}
