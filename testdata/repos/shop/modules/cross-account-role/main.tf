# A role for named roles of another account of ours, bound to the organization.

locals {
  # A wildcard principal would be wider: the list is always exact.
  trusted = [for r in var.role_names : "arn:aws:iam::${var.account_id}:role/${r}"]
}

data "aws_iam_policy_document" "trust" {
  statement {
    sid     = "Sibling"
    effect  = "Allow"
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "AWS"
      identifiers = local.trusted
    }

    dynamic "condition" {
      for_each = var.organization_id == null ? [] : [var.organization_id]

      content {
        test     = "StringEquals"
        variable = "aws:PrincipalOrgID"
        values   = [condition.value]
      }
    }
  }
}

resource "aws_iam_role" "this" {
  name               = var.name
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "bounded" {
  for_each = var.statements

  statement {
    sid       = each.key
    actions   = each.value.actions
    resources = each.value.resources
  }
}

resource "aws_iam_role_policy" "this" {
  for_each = var.statements

  name   = each.key
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.bounded[each.key].json
}
