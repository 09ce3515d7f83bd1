module "deploy" {
  source = "../../../modules/github-oidc-role"

  name         = "shop-dev-deploy"
  repository   = "shop-platform/shop"
  environments = ["dev"]

  policies = {
    images = data.aws_iam_policy_document.images.json

    rollout = jsonencode({
      Version = "2012-10-17"
      Statement = [
        {
          Sid      = "Services"
          Effect   = "Allow"
          Action   = ["ecs:DescribeServices", "ecs:UpdateService"]
          Resource = "arn:aws:ecs:eu-central-1:210987654321:service/shop-dev/*"
        },
        {
          Sid      = "Roles"
          Effect   = "Allow"
          Action   = "iam:PassRole"
          Resource = ["arn:aws:iam::210987654321:role/shop-dev-orders-task", "arn:aws:iam::210987654321:role/shop-dev-orders-execution"]
          Condition = {
            StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" }
          }
        },
      ]
    })
  }
}

data "aws_iam_policy_document" "images" {
  statement {
    sid       = "Login"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid = "Push"
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]
    resources = formatlist("arn:aws:ecr:eu-central-1:210987654321:repository/%s", ["orders", "thumbnails"])
  }
}

resource "aws_ecr_repository" "orders" {
  name = "orders"
}

resource "aws_ecr_lifecycle_policy" "orders" {
  repository = aws_ecr_repository.orders.name

  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep thirty images"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
      action       = { type = "expire" }
    }]
  })
}

resource "aws_ecr_repository_policy" "orders" {
  repository = aws_ecr_repository.orders.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "StagingPulls"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::333344445555:role/shop-staging-orders-execution" }
      Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    }]
  })
}
