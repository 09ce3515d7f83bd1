# Names and tags, the same everywhere.

locals {
  parts = compact([var.project, var.environment, var.name])
  id    = lower(join("-", local.parts))

  tags = merge({
    Project     = var.project
    Environment = var.environment
    Name        = local.id
  }, var.tags)
}
