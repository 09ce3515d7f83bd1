data "aws_ssoadmin_instances" "this" {}

locals {
  instance_arn = tolist(data.aws_ssoadmin_instances.this.arns)[0]

  sets = {
    viewer = {
      description = "Nur lesen"
      policy      = data.aws_iam_policy_document.viewer.json
    }
    operator = {
      description = "Betrieb: neu starten, skalieren"
      policy      = data.aws_iam_policy_document.operator.json
    }
  }
}

resource "aws_ssoadmin_permission_set" "this" {
  for_each = local.sets

  name         = each.key
  description  = each.value.description
  instance_arn = local.instance_arn
}

resource "aws_ssoadmin_permission_set_inline_policy" "this" {
  for_each = local.sets

  instance_arn       = local.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.this[each.key].arn
  inline_policy      = each.value.policy
}

data "aws_iam_policy_document" "viewer" {
  statement {
    sid = "Look"
    actions = [
      "cloudwatch:Describe*",
      "cloudwatch:Get*",
      "cloudwatch:List*",
      "ec2:Describe*",
      "ecs:Describe*",
      "ecs:List*",
      "rds:Describe*",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "NoData"
    effect    = "Deny"
    actions   = ["dynamodb:*Item", "dynamodb:Query", "dynamodb:Scan", "s3:GetObject*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "operator" {
  statement {
    sid       = "Restart"
    actions   = ["ecs:UpdateService"]
    resources = ["arn:aws:ecs:*:*:service/shop-*/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/Project"
      values   = ["shop"]
    }
  }

  statement {
    sid       = "Shell"
    actions   = ["ssm:TerminateSession", "ssm:ResumeSession"]
    resources = ["arn:aws:ssm:*:*:session/$${aws:userid}-*"]
  }
}
