# A topic. One document of two is used: for publishers of our own, or for services.

data "aws_caller_identity" "current" {}

resource "aws_sns_topic" "this" {
  name = var.name
}

data "aws_iam_policy_document" "services" {
  count = length(var.services) > 0 ? 1 : 0

  statement {
    sid       = "Services"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.this.arn]

    principals {
      type        = "Service"
      identifiers = [for s in var.services : "${s}.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

data "aws_iam_policy_document" "own" {
  statement {
    sid = "OwnAccount"
    actions = [
      "sns:GetTopicAttributes",
      "sns:Publish",
      "sns:Subscribe",
    ]
    resources = [aws_sns_topic.this.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_sns_topic_policy" "this" {
  arn    = aws_sns_topic.this.arn
  policy = length(var.services) > 0 ? data.aws_iam_policy_document.services[0].json : data.aws_iam_policy_document.own.json
}

# Another grammar, although it looks alike: nothing of it is about access.
resource "aws_sns_topic_data_protection_policy" "this" {
  arn = aws_sns_topic.this.arn

  policy = jsonencode({
    Name        = "cards"
    Description = "No card numbers on this topic"
    Version     = "2021-06-01"
    Statement = [{
      Sid            = "cards"
      DataDirection  = "Inbound"
      Principal      = ["*"]
      DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/CreditCardNumber"]
      Operation      = { Deny = {} }
    }]
  })
}
