# Downloaded: not ours to lint.
resource "aws_iam_role_policy" "flow_log" {
  name   = "junk"
  role   = "junk"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
