module "label" {
  source = "../../../modules/label"

  environment = "dev"
}

module "key" {
  source = "../../../modules/kms-key"

  alias       = "shop-dev-data"
  description = "Bestellungen und Rechnungen – Entwicklung"
}

module "uploads" {
  source = "../../../modules/s3-bucket"

  name        = "shop-dev-uploads"
  reader_arns = []
}

# The policy argument is written where the module is called.
module "exports" {
  source = "../../../modules/s3-bucket"

  name        = "shop-dev-exports"
  reader_arns = ["arn:aws:iam::210987654321:role/shop-dev-reports"]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Inventory"
        Effect    = "Allow"
        Principal = { Service = "s3.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "arn:aws:s3:::shop-dev-exports/inventory/*"
        Condition = {
          StringEquals = { "aws:SourceAccount" = "210987654321" }
          ArnLike      = { "aws:SourceArn" = "arn:aws:s3:::shop-dev-uploads" }
        }
      }
    ]
  })
}

resource "aws_dynamodb_table" "orders" {
  name         = "shop-dev-orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_secretsmanager_secret" "payment" {
  name = "shop-dev/payment"
}

resource "aws_secretsmanager_secret_policy" "payment" {
  secret_arn = aws_secretsmanager_secret.payment.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OnlyOrders"
      Effect    = "Deny"
      Principal = "*"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Condition = {
        StringNotEquals = {
          "aws:PrincipalAccount" = "210987654321"
        }
      }
    }]
  })
}
