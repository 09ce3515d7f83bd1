package terraform

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// nameable are the resource types of IAM that have what people choose freely.
var nameable = []string{
	"aws_iam_group", "aws_iam_group_policy", "aws_iam_instance_profile", "aws_iam_policy", "aws_iam_role",
	"aws_iam_role_policy", "aws_iam_user", "aws_iam_user_policy",
}

// arguments returns what is said of a resource of IAM besides its policies.
func (d *directory) arguments(b *block) []policy.Argument {
	if !slices.Contains(nameable, b.kind()) {
		return nil
	}
	var all []policy.Argument
	for _, name := range []string{"name", "name_prefix", "path", "description", "max_session_duration"} {
		a := b.attribute(name)
		if a == nil {
			continue
		}
		if v, ok := d.in(b, element{}).argumentText(b, element{}, name, b.header()); ok {
			at := spanOf(b.file, a.Expr.Range())
			all = append(all, policy.Argument{Span: at, Address: d.qualified(b), Type: b.kind(), Name: name, Value: v})
		}
	}
	return all
}
