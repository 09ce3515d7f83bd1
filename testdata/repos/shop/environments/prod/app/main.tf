data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
  arn     = "arn:${data.aws_partition.current.partition}"

  apps = {
    orders = {
      namespace = "shop"
      table     = "orders"
    }
    media = {
      namespace = "assets"
      table     = "images"
    }
  }

  boundary_services = ["dynamodb", "s3", "sqs", "sns", "logs", "xray", "kms"]
}

# One role for each application in the cluster.
data "aws_iam_policy_document" "pod_trust" {
  for_each = local.apps

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["${local.arn}:iam::${local.account}:oidc-provider/${var.cluster_oidc_issuer}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.cluster_oidc_issuer}:sub"
      values   = ["system:serviceaccount:${each.value.namespace}:${each.key}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "pod" {
  for_each = local.apps

  statement {
    sid       = "Table"
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"]
    resources = ["${local.arn}:dynamodb:eu-west-1:${local.account}:table/shop-${var.stage}-${each.value.table}"]
  }

  dynamic "statement" {
    for_each = each.key == "media" ? ["shop-prod-images"] : []

    content {
      sid       = "Images"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.arn}:s3:::${statement.value}/*"]
    }
  }
}

resource "aws_iam_role" "pod" {
  for_each = local.apps

  name                 = "shop-prod-${each.key}"
  assume_role_policy   = data.aws_iam_policy_document.pod_trust[each.key].json
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_policy" "pod" {
  for_each = local.apps

  name   = "shop-prod-${each.key}"
  policy = data.aws_iam_policy_document.pod[each.key].json
}

resource "aws_iam_role_policy_attachment" "pod" {
  for_each = local.apps

  role       = aws_iam_role.pod[each.key].name
  policy_arn = aws_iam_policy.pod[each.key].arn
}

# A boundary grants nothing: the wide lists say what an application can have at most.
resource "aws_iam_policy" "boundary" {
  name = "shop-prod-boundary"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Ceiling"
        Effect   = "Allow"
        Action   = [for s in local.boundary_services : "${s}:*"]
        Resource = "*"
      },
      {
        Sid      = "NeverTouchKeys"
        Effect   = "Deny"
        Action   = ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"]
        Resource = "*"
      },
    ]
  })
}

# The API: open to the world or to the organization, one document of two.
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop-prod"
}

data "aws_iam_policy_document" "api_private" {
  statement {
    sid       = "Organization"
    actions   = ["execute-api:Invoke"]
    resources = ["${aws_api_gateway_rest_api.shop.execution_arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-k3v9m2x7qp"]
    }
  }
}

data "aws_iam_policy_document" "api_network" {
  statement {
    sid       = "OfficeOnly"
    actions   = ["execute-api:Invoke"]
    resources = ["${aws_api_gateway_rest_api.shop.execution_arn}/prod/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "IpAddress"
      variable = "aws:SourceIp"
      values   = ["198.51.100.0/24"]
    }
  }
}

resource "aws_api_gateway_rest_api_policy" "shop" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  policy      = var.public_api ? data.aws_iam_policy_document.api_network.json : data.aws_iam_policy_document.api_private.json
}

resource "aws_lambda_permission" "api" {
  statement_id  = "FromApi"
  action        = "lambda:InvokeFunction"
  function_name = module.checkout.arn
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.shop.execution_arn}/*/POST/checkout"
}

module "checkout" {
  source = "../../../modules/lambda-function"

  name   = "shop-prod-checkout"
  image  = "558822119944.dkr.ecr.eu-west-1.amazonaws.com/checkout:stable"
  in_vpc = true

  statements = [
    {
      sid       = "Payments"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = ["arn:aws:secretsmanager:eu-west-1:558822119944:secret:shop/payment-??????"]
      conditions = [
        {
          test     = "StringEquals"
          variable = "aws:ResourceTag/Team"
          values   = ["payments"]
        },
      ]
    },
  ]
}
