# A person's user in the landing account: a group, and what everybody may do with their own user.

resource "aws_iam_user" "this" {
  name          = var.name
  force_destroy = true
}

resource "aws_iam_user_group_membership" "this" {
  user   = aws_iam_user.this.name
  groups = concat([aws_iam_group.self_service.name], var.groups)
}

resource "aws_iam_group" "self_service" {
  name = "${var.name}-self-service"
}

data "aws_iam_policy_document" "self_service" {
  statement {
    sid       = "ViewAccount"
    actions   = ["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"]
    resources = ["*"]
  }

  statement {
    sid = "OwnPasswordAndKeys"
    actions = [
      "iam:ChangePassword",
      "iam:CreateAccessKey",
      "iam:DeleteAccessKey",
      "iam:GetUser",
      "iam:ListAccessKeys",
      "iam:UpdateAccessKey",
    ]
    resources = ["arn:aws:iam::*:user/$${aws:username}"]
  }

  # The same variable, written in the way that only this data source understands.
  statement {
    sid       = "OwnDevice"
    actions   = ["iam:EnableMFADevice", "iam:ListMFADevices", "iam:ResyncMFADevice"]
    resources = ["arn:aws:iam::*:user/&{aws:username}"]
  }

  statement {
    sid       = "CreateOwnDevice"
    actions   = ["iam:CreateVirtualMFADevice"]
    resources = ["arn:aws:iam::*:mfa/*"]
  }

  statement {
    sid    = "NothingElseWithoutMfa"
    effect = "Deny"
    not_actions = [
      "iam:ChangePassword",
      "iam:CreateVirtualMFADevice",
      "iam:EnableMFADevice",
      "iam:GetAccountPasswordPolicy",
      "iam:GetUser",
      "iam:ListMFADevices",
      "iam:ListVirtualMFADevices",
      "iam:ResyncMFADevice",
      "sts:GetSessionToken",
    ]
    resources = ["*"]

    condition {
      test     = "BoolIfExists"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["false"]
    }
  }
}

resource "aws_iam_group_policy" "self_service" {
  name   = "self-service"
  group  = aws_iam_group.self_service.name
  policy = data.aws_iam_policy_document.self_service.json
}
