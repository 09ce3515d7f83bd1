output "id" {
  description = "Name made of the parts, such as shop-dev-orders."
  value       = local.id
}

output "prefix" {
  value = "${local.id}-"
}

output "tags" {
  value = local.tags
}
