# The auditor of the audit account, who looks into all of ours.
variable "member_accounts" {
  type    = list(string)
  default = ["210987654321", "333344445555", "558822119944"]
}

variable "report_bucket" {
  type = string
}

data "aws_iam_policy_document" "auditor" {
  statement {
    sid       = "IntoMembers"
    actions   = ["sts:AssumeRole"]
    resources = [for a in var.member_accounts : "arn:aws:iam::${a}:role/audit-reader"]
  }

  statement {
    sid       = "Reports"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${var.report_bucket}/reports/*"]
  }
}

resource "aws_iam_role" "auditor" {
  name = "auditor"

  assume_role_policy = <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "Federated": "arn:aws:iam::774411990022:saml-provider/workforce"
      },
      "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"],
      "Condition": {
        "StringEquals": {
          "SAML:aud": "https://signin.aws.amazon.com/saml"
        }
      }
    }
  ]
}
EOT
}

resource "aws_iam_role_policy" "auditor" {
  name   = "audit"
  role   = aws_iam_role.auditor.id
  policy = data.aws_iam_policy_document.auditor.json
}

module "reader" {
  source   = "../../modules/cross-account-role"
  for_each = toset(var.member_accounts)

  name       = "audit-reader-${each.key}"
  account_id = each.value
  role_names = ["auditor"]
  statements = {
    Findings = {
      actions   = ["securityhub:GetFindings"]
      resources = ["arn:aws:securityhub:eu-west-1:774411990022:hub/default"]
    }
  }
}
