output "orders_table_arn" {
  value = aws_dynamodb_table.orders.arn
}

output "key_arn" {
  value = module.key.arn
}
