# The organization: what no account may do, whatever its own policies say.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_organizations_organization" "this" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "TAG_POLICY"]
}

resource "aws_organizations_organizational_unit" "workloads" {
  name      = "workloads"
  parent_id = aws_organizations_organization.this.roots[0].id
}

resource "aws_organizations_policy" "full_access" {
  name    = "full-access"
  type    = "SERVICE_CONTROL_POLICY"
  content = file("${path.module}/scp/full-access.json")
}

resource "aws_organizations_policy" "regions" {
  name    = "regions"
  content = file("scp/regions.json")
}

resource "aws_organizations_policy" "guardrails" {
  for_each = toset(["no-leaving", "protect-trail"])

  name    = each.key
  content = file("${path.module}/scp/${each.key}.json")
}

resource "aws_organizations_policy" "no_root" {
  name = "no-root"
  type = "SERVICE_CONTROL_POLICY"

  content = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "NoRootUser"
        Effect   = "Deny"
        Action   = "*"
        Resource = "*"
        Condition = {
          ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*:root" }
        }
      },
      {
        Sid      = "NoUserKeys"
        Effect   = "Deny"
        Action   = ["iam:CreateAccessKey", "iam:CreateUser"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_organizations_policy" "perimeter" {
  name    = "perimeter"
  type    = "RESOURCE_CONTROL_POLICY"
  content = file("${path.module}/rcp/perimeter.json")
}

resource "aws_organizations_policy" "tls" {
  name    = "tls"
  type    = "RESOURCE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.tls.json
}

data "aws_iam_policy_document" "tls" {
  statement {
    sid       = "EncryptedConnections"
    effect    = "Deny"
    actions   = ["s3:*", "sqs:*", "secretsmanager:*"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "BoolIfExists"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

# Not about access at all.
resource "aws_organizations_policy" "tags" {
  name = "tags"
  type = "TAG_POLICY"

  content = jsonencode({
    tags = {
      Project = {
        tag_key   = { "@@assign" = "Project" }
        tag_value = { "@@assign" = ["shop", "platform"] }
      }
    }
  })
}

resource "aws_organizations_policy_attachment" "guardrails" {
  for_each = aws_organizations_policy.guardrails

  policy_id = each.value.id
  target_id = aws_organizations_organizational_unit.workloads.id
}

resource "aws_organizations_resource_policy" "delegation" {
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AuditReads"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::774411990022:role/auditor" }
      Action    = ["organizations:DescribeOrganization", "organizations:ListAccounts", "organizations:ListPolicies"]
      Resource  = "*"
    }]
  })
}
