# Für den Notfall: nur mit zweitem Faktor, nur aus dem eigenen Konto.
data "aws_caller_identity" "here" {}

data "aws_iam_policy_document" "breakglass_trust" {
  statement {
    sid     = "WithMfa"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.here.account_id}:root"]
    }

    condition {
      test     = "Bool"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["true"]
    }

    condition {
      test     = "NumericLessThan"
      variable = "aws:MultiFactorAuthAge"
      values   = ["3600"]
    }
  }
}

resource "aws_iam_role" "breakglass" {
  name               = "break-glass"
  assume_role_policy = data.aws_iam_policy_document.breakglass_trust.json
}

resource "aws_iam_role_policy_attachment" "breakglass" {
  role       = aws_iam_role.breakglass.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
