resource "aws_sqs_queue" "invoices" {
  name = "shop-prod-invoices"
}

resource "aws_cloudwatch_event_rule" "paid" {
  name          = "shop-prod-paid"
  event_pattern = jsonencode({ source = ["shop.orders"], detail-type = ["Paid"] })
}

resource "aws_sqs_queue_policy" "invoices" {
  queue_url = aws_sqs_queue.invoices.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "FromRule"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.invoices.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.paid.arn } }
    }]
  })
}

resource "aws_iam_role" "scheduler" {
  name               = "shop-prod-scheduler"
  assume_role_policy = file("${path.module}/policies/scheduler-trust.json")
}

resource "aws_iam_role_policy" "scheduler" {
  name = "send"
  role = aws_iam_role.scheduler.id

  policy = templatefile("${path.module}/policies/scheduler.json.tftpl", {
    queue_arn = aws_sqs_queue.invoices.arn
    account   = local.account
  })
}

resource "aws_cloudwatch_log_resource_policy" "events" {
  policy_name = "events-to-logs"

  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Sid       = "EventsToLogs"
      Effect    = "Allow"
      Principal = { Service = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "arn:aws:logs:eu-west-1:${local.account}:log-group:/aws/events/*:*"
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }
  })
}
