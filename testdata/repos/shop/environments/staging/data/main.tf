variable "project" {
  type    = string
  default = "shop"
}

variable "replica_account" {
  description = "Account that nightly copies go to."
  type        = string
}

locals {
  prefix  = "${var.project}-staging"
  buckets = toset(["uploads", "exports"])
}

resource "aws_s3_bucket" "this" {
  for_each = local.buckets

  bucket = "${local.prefix}-${each.key}"
}

data "aws_iam_policy_document" "bucket" {
  for_each = local.buckets

  statement {
    sid     = "Tls"
    effect  = "Deny"
    actions = ["s3:*"]
    resources = [
      aws_s3_bucket.this[each.key].arn,
      "${aws_s3_bucket.this[each.key].arn}/*",
    ]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  for_each = local.buckets

  bucket = aws_s3_bucket.this[each.key].id
  policy = data.aws_iam_policy_document.bucket[each.key].json
}

data "aws_iam_policy_document" "copy_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.replica_account}:role/nightly-copy"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-k3v9m2x7qp"]
    }
  }
}

resource "aws_iam_role" "copy" {
  name               = "${local.prefix}-copy"
  assume_role_policy = data.aws_iam_policy_document.copy_trust.json
}

resource "aws_iam_role_policy" "copy" {
  name = "read"
  role = aws_iam_role.copy.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for b in ["uploads", "exports"] : {
      Sid      = "Read${title(b)}"
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:GetObjectTagging", "s3:ListBucket"]
      Resource = ["arn:aws:s3:::${local.prefix}-${b}", "arn:aws:s3:::${local.prefix}-${b}/*"]
    }]
  })
}
