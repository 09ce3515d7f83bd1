variable "enable_preview" {
  description = "Roles for previews of pull requests."
  type        = bool
  default     = false
}

module "deploy" {
  source = "../../../modules/github-oidc-role"

  name         = "shop-staging-deploy"
  repository   = "shop-platform/shop"
  environments = ["staging"]

  policies = {
    state = data.aws_iam_policy_document.state.json
  }
}

data "aws_iam_policy_document" "state" {
  statement {
    sid       = "List"
    actions   = ["s3:ListBucket"]
    resources = ["arn:aws:s3:::shop-staging-state"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["*.tfstate"]
    }
  }

  statement {
    sid       = "Objects"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = ["arn:aws:s3:::shop-staging-state/*.tfstate", "arn:aws:s3:::shop-staging-state/*.tflock"]
  }
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "preview_trust" {
  count = var.enable_preview ? 1 : 0

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:shop-platform/shop:environment:preview"]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "preview" {
  count = var.enable_preview ? 1 : 0

  name               = "shop-staging-preview"
  assume_role_policy = data.aws_iam_policy_document.preview_trust[0].json
}

data "aws_iam_policy_document" "preview" {
  count = var.enable_preview ? 1 : 0

  statement {
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = ["arn:aws:s3:::shop-staging-preview", "arn:aws:s3:::shop-staging-preview/*"]
  }
}

resource "aws_iam_role_policy" "preview" {
  count = var.enable_preview ? 1 : 0

  name   = "preview"
  role   = aws_iam_role.preview[0].id
  policy = join("", data.aws_iam_policy_document.preview.*.json)
}
