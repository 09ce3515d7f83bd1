# Roles that people and partners use, and what hangs on them.

# Another company's account, root and all: every user and role over there may come in.
resource "aws_iam_role" "operator" {
  name = "${local.prefix}-operator"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::333344445555:root" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "operator" {
  name = "operate"
  role = aws_iam_role.operator.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "Temporary"
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

# The role for support calls. Its trust policy is a file.
resource "aws_iam_role" "support" {
  name               = "${local.prefix}-support"
  assume_role_policy = file("${path.module}/policies/support-trust.json")
}

resource "aws_iam_role_policy_attachment" "support" {
  role       = aws_iam_role.support.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# "Everything on the invoices except deleting them", says the author. NotAction says more.
data "aws_iam_policy_document" "invoice_clerk" {
  statement {
    sid         = "AllButDelete"
    not_actions = ["s3:DeleteObject", "s3:DeleteBucket"]
    resources   = [aws_s3_bucket.invoices.arn, "${aws_s3_bucket.invoices.arn}/*"]
  }
}

# "Anywhere but the audit bucket": every bucket in the world that lets us in.
data "aws_iam_policy_document" "exporter" {
  statement {
    sid           = "AnywhereButAudit"
    actions       = ["s3:PutObject"]
    not_resources = ["arn:aws:s3:::shopfront-audit/*"]
  }
}

data "aws_iam_policy_document" "cleanup" {
  statement {
    sid       = "DropStaleCarts"
    actions   = ["dynamodb:DeleteItem"]
    resources = ["*"]
  }

  # Allowed here and denied right below: this statement never counts.
  statement {
    sid       = "DropUploads"
    actions   = ["s3:DeleteObject"]
    resources = ["${aws_s3_bucket.media.arn}/uploads/*"]
  }

  statement {
    sid       = "KeepMedia"
    effect    = "Deny"
    actions   = ["s3:DeleteObject", "s3:DeleteObjectVersion"]
    resources = ["${aws_s3_bucket.media.arn}/*"]
  }
}

resource "aws_iam_policy" "invoice_clerk" {
  name   = "${local.prefix}-invoice-clerk"
  policy = data.aws_iam_policy_document.invoice_clerk.json
}

resource "aws_iam_policy" "exporter" {
  name   = "${local.prefix}-exporter"
  policy = data.aws_iam_policy_document.exporter.json
}

resource "aws_iam_role_policy" "cleanup" {
  name   = "cleanup"
  role   = module.media_worker.name
  policy = data.aws_iam_policy_document.cleanup.json
}

resource "aws_iam_policy" "billing_export" {
  name   = "${local.prefix}-billing-export"
  policy = file("${path.module}/policies/billing-export.json")
}

resource "aws_iam_policy" "reports_reader" {
  name   = "${local.prefix}-reports-reader"
  policy = file("${path.module}/policies/reports-reader.json")
}

resource "aws_iam_policy" "ingest_writer" {
  name   = "${local.prefix}-ingest-writer"
  policy = file("${path.module}/policies/ingest-writer.json")
}
