# One policy for each partner, rendered from one template.

variable "partners" {
  type = map(object({
    role = string
  }))
}

data "aws_iam_policy_document" "partner" {
  for_each = var.partners

  statement {
    sid       = "Put"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::shop-prod-ingest-raw/${each.key}/*"]
  }
}

resource "aws_iam_role_policy" "partner" {
  for_each = var.partners

  name   = "partner"
  role   = each.value.role
  policy = data.aws_iam_policy_document.partner[each.key].json
}
