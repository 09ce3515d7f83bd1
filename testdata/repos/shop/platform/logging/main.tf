# Logs of all accounts end up in one stream.

data "aws_organizations_organization" "this" {}

data "aws_iam_policy_document" "destination" {
  statement {
    sid       = "Organization"
    actions   = ["logs:PutSubscriptionFilter"]
    resources = [aws_cloudwatch_log_destination.this.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = [data.aws_organizations_organization.this.id]
    }
  }
}

resource "aws_kinesis_stream" "logs" {
  name = "organization-logs"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_cloudwatch_log_destination" "this" {
  name       = "organization-logs"
  role_arn   = aws_iam_role.logs.arn
  target_arn = aws_kinesis_stream.logs.arn
}

resource "aws_cloudwatch_log_destination_policy" "this" {
  destination_name = aws_cloudwatch_log_destination.this.name
  access_policy    = data.aws_iam_policy_document.destination.json
}

resource "aws_iam_role" "logs" {
  name = "logs-to-kinesis"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "logs.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { ArnLike = { "aws:SourceArn" = [for a in ["210987654321", "333344445555", "558822119944"] : "arn:aws:logs:*:${a}:*"] } }
    }]
  })

  inline_policy {
    name = "put"

    policy = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect   = "Allow"
        Action   = ["kinesis:PutRecord"]
        Resource = aws_kinesis_stream.logs.arn
      }]
    })
  }
}

resource "aws_sns_topic" "alarms" {
  name = "platform-alarms"

  policy = jsonencode({
    Version = "2008-10-17"
    Id      = "__default_policy_ID"
    Statement = [{
      Sid       = "__default_statement_ID"
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = ["SNS:GetTopicAttributes", "SNS:Publish", "SNS:Subscribe"]
      Resource  = "arn:aws:sns:eu-west-1:601122334488:platform-alarms"
      Condition = { StringEquals = { "AWS:SourceOwner" = "601122334488" } }
    }]
  })
}

resource "aws_efs_file_system" "shared" {
  creation_token = "shared"
  encrypted      = true
}

resource "aws_efs_file_system_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id

  policy = <<POLICY
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ThroughMountTargets",
      "Effect": "Allow",
      "Principal": {"AWS": "*"},
      "Action": ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      "Resource": "${aws_efs_file_system.shared.arn}",
      "Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}
    },
    {
      "Effect": "Deny",
      "Principal": {"AWS": "*"},
      "Action": "*",
      "Resource": "${aws_efs_file_system.shared.arn}",
      "Condition": {"Bool": {"aws:SecureTransport": "false"}}
    }
  ]
}
POLICY
}
