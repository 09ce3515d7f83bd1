data "aws_caller_identity" "current" {}

locals {
  name       = "shop-dev-orders"
  account_id = data.aws_caller_identity.current.account_id
  table_arn  = "arn:aws:dynamodb:eu-central-1:${local.account_id}:table/shop-dev-orders"

  read_actions  = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"]
  write_actions = ["dynamodb:PutItem", "dynamodb:UpdateItem"]

  table_statement = {
    Sid      = "Table"
    Effect   = "Allow"
    Action   = concat(local.read_actions, local.write_actions)
    Resource = [local.table_arn, "${local.table_arn}/index/*"]
  }

  orders_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [local.table_statement]
  })
}

module "orders" {
  source = "../../../modules/ecs-service"

  name           = local.name
  repository_arn = "arn:aws:ecr:eu-central-1:${local.account_id}:repository/orders"
  secret_arns    = ["arn:aws:secretsmanager:eu-central-1:${local.account_id}:secret:shop-dev/payment-??????"]
  task_policy    = local.orders_policy
}

# The function that makes thumbnails.
module "thumbnails" {
  source = "../../../modules/lambda-function"

  name  = "shop-dev-thumbnails"
  image = "210987654321.dkr.ecr.eu-central-1.amazonaws.com/thumbnails:latest"

  statements = [
    {
      sid       = "Originals"
      actions   = ["s3:GetObject"]
      resources = ["arn:aws:s3:::shop-dev-uploads/*"]
    },
    {
      sid       = "Thumbnails"
      actions   = ["s3:PutObject"]
      resources = ["arn:aws:s3:::shop-dev-thumbnails/*"]
    },
  ]
}

resource "aws_iam_policy" "debug" {
  name        = "shop-dev-debug"
  description = "Nur in der Entwicklung: für Fehlersuche"

  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "ReadLogs",
          "Effect": "Allow",
          "Action": [
            "logs:FilterLogEvents",
            "logs:GetLogEvents",
            "logs:StartQuery"
          ],
          "Resource": "arn:aws:logs:eu-central-1:${local.account_id}:log-group:/ecs/${local.name}:*"
        },
        {
          "Sid": "Look",
          "Effect": "Allow",
          "Action": ["ec2:Describe*", "ecs:List*", "cloudwatch:GetMetricData"],
          "Resource": "*"
        },
        {
          "Sid": "OwnNotes",
          "Effect": "Allow",
          "Action": ["s3:GetObject", "s3:PutObject"],
          "Resource": "arn:aws:s3:::shop-dev-notes/$${aws:username}/*"
        }
      ]
    }
  EOT
}
