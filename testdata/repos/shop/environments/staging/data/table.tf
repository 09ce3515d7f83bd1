resource "aws_dynamodb_table" "carts" {
  name         = "shop-staging-carts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "owner"

  attribute {
    name = "owner"
    type = "S"
  }
}

data "aws_ssm_parameter" "partner_account" {
  name = "/shop/partner/account"
}

resource "aws_dynamodb_resource_policy" "carts" {
  resource_arn = aws_dynamodb_table.carts.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "PartnerReads"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${data.aws_ssm_parameter.partner_account.value}:role/cart-reader" }
      Action    = ["dynamodb:GetItem", "dynamodb:Query"]
      Resource  = aws_dynamodb_table.carts.arn
    }]
  })
}
