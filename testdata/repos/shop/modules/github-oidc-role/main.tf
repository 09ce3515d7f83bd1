# A role that GitHub Actions assumes without keys, for named environments of one repository.

data "aws_iam_openid_connect_provider" "github" {
  url = "https://${local.issuer}"
}

locals {
  issuer   = "token.actions.githubusercontent.com"
  subjects = [for e in var.environments : "repo:${var.repository}:environment:${e}"]
}

resource "aws_iam_role" "this" {
  name                 = var.name
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "GitHub"
      Effect    = "Allow"
      Principal = { Federated = data.aws_iam_openid_connect_provider.github.arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "${local.issuer}:aud" = "sts.amazonaws.com"
          "${local.issuer}:sub" = local.subjects
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  for_each = var.policies

  name   = each.key
  role   = aws_iam_role.this.id
  policy = each.value
}
