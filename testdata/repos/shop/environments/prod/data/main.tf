data "aws_caller_identity" "current" {}

data "aws_caller_identity" "audit" {
  provider = aws.audit
}

data "aws_region" "current" {}

locals {
  prefix = "${var.project}-prod"
  owner  = data.aws_caller_identity.current.account_id
}

resource "aws_kms_key" "orders" {
  description         = "Orders (commandes clients)"
  enable_key_rotation = true

  policy = jsonencode({
    Version = "2012-10-17"
    Id      = "orders"
    Statement = [
      {
        Sid       = "Enable IAM User Permissions"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${local.owner}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Through DynamoDB"
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt"]
        Resource  = "*"
        Condition = {
          StringEquals = {
            "kms:CallerAccount" = local.owner
            "kms:ViaService"    = "dynamodb.eu-west-1.amazonaws.com"
          }
        }
      },
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Principal = { Service = "logs.${data.aws_region.current.region}.amazonaws.com" }
        Action    = ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
        Resource  = "*"
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:eu-west-1:${local.owner}:log-group:*"
          }
        }
      },
    ]
  })
}

# The copy of the key in the second region keeps the same rules.
resource "aws_kms_replica_key" "orders" {
  provider        = aws.replica
  primary_key_arn = aws_kms_key.orders.arn

  policy = data.aws_iam_policy_document.replica_key.json
}

data "aws_iam_policy_document" "replica_key" {
  statement {
    sid       = "Account"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = [local.owner]
    }
  }
}

resource "aws_s3_bucket" "trail" {
  bucket = "${local.prefix}-trail"
}

data "aws_iam_policy_document" "trail" {
  version   = "2012-10-17"
  policy_id = "trail"

  statement {
    sid       = "AclCheck"
    actions   = ["s3:GetBucketAcl"]
    resources = [aws_s3_bucket.trail.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = ["arn:aws:cloudtrail:eu-west-1:${local.owner}:trail/organization"]
    }
  }

  statement {
    sid       = "Write"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.trail.arn}/AWSLogs/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = ["arn:aws:cloudtrail:eu-west-1:${local.owner}:trail/organization"]
    }
  }

  statement {
    sid       = "Auditors"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.trail.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = var.auditor_roles
    }
  }

  statement {
    sid         = "NothingFromOutside"
    effect      = "Deny"
    not_actions = ["s3:GetBucketAcl", "s3:PutObject"]
    resources   = [aws_s3_bucket.trail.arn, "${aws_s3_bucket.trail.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringNotEqualsIfExists"
      variable = "aws:PrincipalOrgID"
      values   = ["o-k3v9m2x7qp"]
    }

    condition {
      test     = "BoolIfExists"
      variable = "aws:PrincipalIsAWSService"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "trail" {
  bucket = aws_s3_bucket.trail.id
  policy = data.aws_iam_policy_document.trail.json
}

# In the audit account: the backups of this one may be copied there.
resource "aws_backup_vault" "copies" {
  provider = aws.audit
  name     = "shop-copies"
}

resource "aws_backup_vault_policy" "copies" {
  provider          = aws.audit
  backup_vault_name = aws_backup_vault.copies.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "CopyIn"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${local.owner}:role/${local.prefix}-backup" }
        Action    = "backup:CopyIntoBackupVault"
        Resource  = "*"
      },
      {
        Sid       = "NobodyDeletes"
        Effect    = "Deny"
        Principal = "*"
        Action    = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"]
        Resource  = "*"
        Condition = {
          ArnNotEquals = {
            "aws:PrincipalArn" = "arn:aws:iam::${data.aws_caller_identity.audit.account_id}:role/vault-keeper"
          }
        }
      },
    ]
  })
}

resource "aws_cloudwatch_log_group" "trail" {
  name              = "/trail/organization"
  retention_in_days = var.retention_days
}
