module "topic" {
  source = "../../../modules/sns-topic"

  name     = "shop-dev-orders"
  services = ["events"]
}

module "queue" {
  source = "../../../modules/sqs-queue"

  name      = "shop-dev-orders"
  topic_arn = module.topic.arn
}

resource "aws_sns_topic_subscription" "queue" {
  topic_arn = module.topic.arn
  protocol  = "sqs"
  endpoint  = module.queue.arn

  filter_policy = jsonencode({
    state = ["paid", "shipped"]
  })
}

data "aws_iam_policy_document" "consumer" {
  statement {
    actions   = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"]
    resources = [module.queue.arn]
  }
}

resource "aws_iam_role_policy" "consumer" {
  name   = "consumer"
  role   = module.orders.task_role_name
  policy = data.aws_iam_policy_document.consumer.json
}
