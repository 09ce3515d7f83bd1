# Takes in partner files. A chain of locals, as it grew.

variable "environment" {
  type    = string
  default = "dev"
}

variable "partner_id" {
  description = "Prefix of the partner in the bucket."
  type        = string
}

data "aws_caller_identity" "me" {}

data "aws_region" "here" {}

locals {
  defaults = {
    service = "ingest"
    owner   = "platform"
  }

  settings    = merge(local.defaults, { environment = var.environment })
  name        = join("-", ["shop", local.settings.environment, local.settings.service])
  bucket_name = "${local.name}-raw"
  bucket_arn  = "arn:aws:s3:::${local.bucket_name}"
  inbox       = "${local.bucket_arn}/${var.partner_id}/*"
  region      = data.aws_region.here.region
  stream_arn  = format("arn:aws:kinesis:%s:%s:stream/%s", local.region, data.aws_caller_identity.me.account_id, local.name)

  statements = [
    {
      Sid      = "Inbox"
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = [local.inbox]
    },
    {
      Sid      = "Stream"
      Effect   = "Allow"
      Action   = ["kinesis:PutRecord", "kinesis:PutRecords"]
      Resource = [local.stream_arn]
    },
  ]
}

resource "aws_iam_policy" "ingest" {
  name = local.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = local.statements
  })
}

resource "aws_iam_role" "ingest" {
  name = local.name
  assume_role_policy = var.environment == "prod" ? data.aws_iam_policy_document.trust_prod.json : jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = ["lambda.amazonaws.com"] }
    }]
  })
}

data "aws_iam_policy_document" "trust_prod" {
  statement {
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      identifiers = ["lambda.amazonaws.com"]
      type        = "Service"
    }
  }
}

resource "aws_s3_bucket" "raw" {
  bucket = local.bucket_name
}

resource "aws_s3_bucket_policy" "raw" {
  bucket = aws_s3_bucket.raw.bucket

  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "OnlyEncrypted",
          "Effect": "Deny",
          "Principal": "*",
          "Action": "s3:PutObject",
          "Resource": "${aws_s3_bucket.raw.arn}/*",
          "Condition": {
            "StringNotEqualsIfExists": {"s3:x-amz-server-side-encryption": "aws:kms"}
          }
        },
        {
          "Sid": "Partner",
          "Effect": "Allow",
          "Principal": {"AWS": "arn:aws:iam::210987654321:role/partner-${var.partner_id}"},
          "Action": "s3:PutObject",
          "Resource": "${local.inbox}"
        }
      ]
    }
  EOT
}
