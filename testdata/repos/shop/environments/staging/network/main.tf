module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 6.0"

  name            = "shop-staging"
  cidr            = "10.30.0.0/16"
  azs             = ["eu-central-1a", "eu-central-1b"]
  private_subnets = ["10.30.0.0/20", "10.30.16.0/20"]
}

locals {
  endpoints = toset(["sqs", "sns"])
}

data "aws_iam_policy_document" "endpoint" {
  for_each = local.endpoints

  statement {
    sid       = "OwnOrganization"
    actions   = ["${each.key}:*"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-k3v9m2x7qp"]
    }
  }
}

resource "aws_vpc_endpoint" "this" {
  for_each = local.endpoints

  vpc_id            = module.vpc.vpc_id
  service_name      = "com.amazonaws.eu-central-1.${each.key}"
  vpc_endpoint_type = "Interface"
  subnet_ids        = module.vpc.private_subnets
  policy            = data.aws_iam_policy_document.endpoint[each.key].json
}
