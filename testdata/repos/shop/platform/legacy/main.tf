# Moved here from the first account. Works, and is read more often than changed.

variable "username_prefix" {
  type    = string
  default = "svc"
}

variable "transfer_bucket" {
  type = string
}

locals {
  home = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Home",
          "Effect": "Allow",
          "Action": ["s3:GetObject", "s3:PutObject"],
          "Resource": "arn:aws:s3:::${var.transfer_bucket}/$${transfer:UserName}/*"
        },
        {
          "Sid": "ListHome",
          "Effect": "Allow",
          "Action": "s3:ListBucket",
          "Resource": "arn:aws:s3:::${var.transfer_bucket}",
          "Condition": {"StringLike": {"s3:prefix": ["$${transfer:UserName}/*"]}}
        }
      ]
    }
  JSON
}

resource "aws_transfer_user" "partner" {
  server_id = "s-5f2d8c1a9be34e07a"
  user_name = "${var.username_prefix}-partner"
  role      = aws_iam_role.transfer.arn
  policy    = local.home
}

resource "aws_iam_role" "transfer" {
  name               = "transfer"
  assume_role_policy = data.aws_iam_policy_document.transfer_trust.json
}

data "aws_iam_policy_document" "transfer_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["transfer.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["601122334488"]
    }
  }
}

resource "aws_iam_role_policy" "transfer" {
  name   = "bucket"
  role   = aws_iam_role.transfer.id
  policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\",\"s3:ListBucket\"],\"Resource\":[\"arn:aws:s3:::${var.transfer_bucket}\",\"arn:aws:s3:::${var.transfer_bucket}/*\"]}]}"
}
