# Two roles for a service: one for the agent that starts it, one for the code in it.

data "aws_caller_identity" "this" {}

resource "aws_iam_role" "execution" {
  name = "${var.name}-execution"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ecs-tasks.amazonaws.com" }
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.this.account_id
          }
        }
      },
    ]
  })
}

resource "aws_iam_role_policy" "execution" {
  name = "start"
  role = aws_iam_role.execution.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "RegistryLogin"
          Effect   = "Allow"
          Action   = ["ecr:GetAuthorizationToken"]
          Resource = "*"
        },
        {
          Sid    = "Pull"
          Effect = "Allow"
          Action = [
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
          ]
          Resource = var.repository_arn
        },
        {
          Sid      = "Logs"
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
          Resource = "${aws_cloudwatch_log_group.this.arn}:*"
        },
      ],
      length(var.secret_arns) == 0 ? [] : [
        {
          Sid      = "Secrets"
          Effect   = "Allow"
          Action   = ["secretsmanager:GetSecretValue"]
          Resource = var.secret_arns
        },
      ],
    )
  })
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/ecs/${var.name}"
  retention_in_days = 30
}

resource "aws_iam_role" "task" {
  name                 = "${var.name}-task"
  permissions_boundary = var.permissions_boundary

  assume_role_policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Principal": {"Service": ["ecs-tasks.amazonaws.com"]},
        "Action": "sts:AssumeRole",
        "Condition": {
          "ArnLike": {"aws:SourceArn": "arn:aws:ecs:*:${data.aws_caller_identity.this.account_id}:*"}
        }
      }
    }
  JSON
}

resource "aws_iam_role_policy" "task" {
  count = var.task_policy == null ? 0 : 1

  name   = "task"
  role   = aws_iam_role.task.id
  policy = var.task_policy
}

# ECS Exec: none of the four calls takes a resource.
resource "aws_iam_role_policy" "exec" {
  count = var.enable_exec ? 1 : 0

  name   = "exec"
  role   = aws_iam_role.task.id
  policy = one(data.aws_iam_policy_document.exec[*].json)
}

data "aws_iam_policy_document" "exec" {
  count = var.enable_exec ? 1 : 0

  statement {
    actions = [
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ]
    resources = ["*"]
  }
}
