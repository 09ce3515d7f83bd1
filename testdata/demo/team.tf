# The data team. Two of its policies share a list of actions, so it is a local value: findings stand there.

locals {
  team_actions = [
    "kms:*",
    "glue:Serch*",
  ]
}

data "aws_iam_policy_document" "analysts" {
  statement {
    sid       = "Analyse"
    actions   = concat(["athena:GetQueryResults"], local.team_actions)
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "notebooks" {
  statement {
    sid       = "Notebooks"
    actions   = local.team_actions
    resources = ["*"]
  }

  # Everything, but only on one bucket: still every S3 action there is, and will be.
  statement {
    sid       = "Scratch"
    actions   = ["*"]
    resources = ["arn:aws:s3:::shopfront-scratch/*"]
  }
}

resource "aws_iam_policy" "analysts" {
  name   = "${local.prefix}-analysts"
  policy = data.aws_iam_policy_document.analysts.json
}

resource "aws_iam_policy" "notebooks" {
  name   = "${local.prefix}-notebooks"
  policy = data.aws_iam_policy_document.notebooks.json
}
