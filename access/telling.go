package access

import (
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

// maxTelling is how many actions a search for a request tries.
const maxTelling = 12

// telling returns actions that the pattern matches, the most telling first.
func telling(c *catalog.Catalog, pattern string) []*catalog.Action {
	if a := c.Action(pattern); a != nil {
		return []*catalog.Action{a}
	}
	var list []*catalog.Action
	p := actionPattern(pattern)
	for i, literal := range tellingPatterns() {
		if p.matches(literal) == Yes {
			if a := c.Action(tellingActions[i]); a != nil {
				list = append(list, a)
			}
		}
	}
	if len(list) > 0 && p.shape == all {
		return list
	}
	const powers = catalog.PermissionsManagement | catalog.Write
	expanded := c.Expand(pattern)
	for _, level := range []catalog.Level{powers, catalog.Write, catalog.Read, 0} {
		for _, a := range expanded {
			if len(list) >= maxTelling {
				return list
			}
			if a.Levels.Has(level) {
				list = append(list, a)
			}
		}
	}
	return list
}
