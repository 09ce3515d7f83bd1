locals {
  account    = "558822119944"
  region     = "eu-west-1"
  role_names = ["orders", "media", "checkout"]
}

module "deploy" {
  source = "../../../modules/github-oidc-role"

  name       = "shop-prod-deploy"
  repository = "shop-platform/shop"

  policies = {
    deploy = data.aws_iam_policy_document.deploy.json
  }
}

module "artifacts" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 5.0"

  bucket        = "shop-prod-artifacts"
  attach_policy = true
  policy        = data.aws_iam_policy_document.artifacts.json
}

data "aws_iam_policy_document" "deploy" {
  statement {
    sid       = "Login"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid     = "Look"
    actions = ["ec2:Describe*", "elasticloadbalancing:Describe*"]

    resources = ["*"]
  }

  statement {
    sid       = "Functions"
    actions   = ["lambda:GetFunction", "lambda:UpdateFunctionCode"]
    resources = ["arn:aws:lambda:${local.region}:${local.account}:function:shop-prod-checkout"]
  }

  statement {
    sid       = "Roles"
    actions   = ["iam:PassRole"]
    resources = [for n in local.role_names : "arn:aws:iam::${local.account}:role/shop-prod-${n}"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ecs-tasks.amazonaws.com", "lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "artifacts" {
  statement {
    sid       = "DenyPlain"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [module.artifacts.s3_bucket_arn, "${module.artifacts.s3_bucket_arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "NumericLessThan"
      variable = "s3:TlsVersion"
      values   = ["1.2"]
    }
  }
}
