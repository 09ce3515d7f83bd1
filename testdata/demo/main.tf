# The root module: provider, names used everywhere, and one module call for each application.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

data "aws_caller_identity" "current" {}

locals {
  prefix  = "shopfront"
  account = data.aws_caller_identity.current.account_id
}

# Reads what it needs and nothing else: clean.
module "orders_api" {
  source = "./modules/app-role"

  name           = "${local.prefix}-orders-api"
  service        = "ecs-tasks.amazonaws.com"
  bucket_arn     = aws_s3_bucket.invoices.arn
  bucket_actions = ["s3:GetObject", "s3:ListBucket"]
  policy         = file("${path.module}/policies/orders-api.json")
}

module "media_worker" {
  source = "./modules/app-role"

  name           = "${local.prefix}-media-worker"
  service        = "lambda.amazonaws.com"
  bucket_arn     = aws_s3_bucket.media.arn
  bucket_actions = ["s3:*"]
  policy         = file("${path.module}/policies/media-worker.json")
}
