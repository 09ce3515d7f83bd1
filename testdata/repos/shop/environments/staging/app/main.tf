data "terraform_remote_state" "data" {
  backend = "s3"

  config = {
    bucket = "shop-staging-state"
    key    = "data.tfstate"
    region = "eu-central-1"
  }
}

data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Parameters"
    actions   = ["ssm:GetParameter", "ssm:GetParametersByPath"]
    resources = ["arn:aws:ssm:eu-central-1:333344445555:parameter/shop/staging/*"]
  }

  statement {
    sid       = "Events"
    actions   = ["events:PutEvents"]
    resources = ["arn:aws:events:eu-central-1:333344445555:event-bus/shop"]
  }
}

data "aws_iam_policy_document" "table" {
  statement {
    sid       = "Table"
    actions   = ["dynamodb:GetItem", "dynamodb:Query"]
    resources = [data.terraform_remote_state.data.outputs.carts_table_arn]
  }
}

data "aws_iam_policy_document" "writes" {
  statement {
    sid       = "Table"
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"]
    resources = [data.terraform_remote_state.data.outputs.carts_table_arn]
  }
}

# "Table" of the last one replaces "Table" of the first.
data "aws_iam_policy_document" "carts" {
  source_policy_documents = [
    data.aws_iam_policy_document.base.json,
    data.aws_iam_policy_document.table.json,
  ]

  statement {
    sid       = "Metrics"
    actions   = ["cloudwatch:PutMetricData"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "cloudwatch:namespace"
      values   = ["shop/carts"]
    }
  }

  override_policy_documents = [data.aws_iam_policy_document.writes.json]
}

module "carts" {
  source = "../../../modules/ecs-service"

  name           = "shop-staging-carts"
  repository_arn = "arn:aws:ecr:eu-central-1:333344445555:repository/carts"
  task_policy    = data.aws_iam_policy_document.carts.json
}

module "search" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name      = "shop-staging-search"
  package_type       = "Image"
  create_package     = false
  image_uri          = "333344445555.dkr.ecr.eu-central-1.amazonaws.com/search:latest"
  attach_policy_json = true

  policy_json = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["es:ESHttpGet", "es:ESHttpPost"]
      Resource = "arn:aws:es:eu-central-1:333344445555:domain/shop-staging/*"
    }]
  })

  attach_policy_statements = true
  policy_statements = {
    stream = {
      effect    = "Allow"
      actions   = ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStream"]
      resources = ["arn:aws:kinesis:eu-central-1:333344445555:stream/catalogue"]
    }
  }
}
