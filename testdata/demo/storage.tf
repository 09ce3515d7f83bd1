# Where data lies: a key, two buckets and a queue, with the policies on them.

# The key's account decides who else may use it: AWS's own default, clean.
data "aws_iam_policy_document" "key" {
  statement {
    sid       = "Enable IAM policies"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${local.account}:root"]
    }
  }

  statement {
    sid       = "Use by the orders API"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = [module.orders_api.arn]
    }
  }
}

resource "aws_kms_key" "data" {
  description         = "Invoices and orders"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.key.json
}

resource "aws_s3_bucket" "invoices" {
  bucket = "shopfront-invoices"
}

# Encrypted connections only, and log delivery for this account alone: clean.
data "aws_iam_policy_document" "invoices" {
  statement {
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.invoices.arn, "${aws_s3_bucket.invoices.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  statement {
    sid       = "AccessLogs"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.invoices.arn}/logs/*"]

    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_s3_bucket_policy" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  policy = data.aws_iam_policy_document.invoices.json
}

resource "aws_s3_bucket" "media" {
  bucket = "shopfront-media"
}

resource "aws_s3_bucket_policy" "media" {
  bucket = aws_s3_bucket.media.id
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "ReadImages",
          "Effect": "Allow",
          "Principal": "*",
          "Action": "s3:GetObject",
          "Resource": "${aws_s3_bucket.media.arn}/*"
        }
      ]
    }
  EOT
}

resource "aws_sqs_queue" "events" {
  name = "shopfront-events"
}

# Meant to keep one role out. It lets in everyone else, without signing in.
resource "aws_sqs_queue_policy" "events" {
  queue_url = aws_sqs_queue.events.url

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid          = "AllButSupport"
      Effect       = "Allow"
      NotPrincipal = { AWS = [aws_iam_role.support.arn] }
      Action       = "sqs:SendMessage"
      Resource     = aws_sqs_queue.events.arn
    }]
  })
}
