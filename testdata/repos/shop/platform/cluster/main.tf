# The cluster's own roles: nodes, autoscaler, DNS.

data "aws_eks_cluster" "this" {
  name = "shop"
}

data "aws_route53_zone" "internal" {
  name         = "internal.shop.example."
  private_zone = true
}

locals {
  issuer  = replace(data.aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://", "")
  account = "601122334488"
}

resource "aws_iam_role" "node" {
  name = "shop-node"
  path = "/cluster/"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Nodes"
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset([
    "AmazonEKSWorkerNodePolicy",
    "AmazonEC2ContainerRegistryReadOnly",
    "AmazonEKS_CNI_Policy",
  ])

  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

data "aws_iam_policy_document" "autoscaler" {
  statement {
    sid = "Look"
    actions = [
      "autoscaling:DescribeAutoScalingGroups",
      "autoscaling:DescribeAutoScalingInstances",
      "autoscaling:DescribeTags",
      "ec2:DescribeInstanceTypes",
      "ec2:DescribeLaunchTemplateVersions",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "Scale"
    actions   = ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/k8s.io/cluster-autoscaler/shop"
      values   = ["owned"]
    }
  }
}

data "aws_iam_policy_document" "dns" {
  statement {
    sid       = "Records"
    actions   = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"]
    resources = [data.aws_route53_zone.internal.arn]
  }

  statement {
    sid       = "Zones"
    actions   = ["route53:ListHostedZones", "route53:GetChange"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "pod_trust" {
  for_each = {
    autoscaler = "kube-system:cluster-autoscaler"
    dns        = "kube-system:external-dns"
  }

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::${local.account}:oidc-provider/${local.issuer}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = ["system:serviceaccount:${each.value}"]
    }
  }
}

resource "aws_iam_role" "autoscaler" {
  name               = "shop-autoscaler"
  assume_role_policy = data.aws_iam_policy_document.pod_trust["autoscaler"].json
}

resource "aws_iam_role" "dns" {
  name               = "shop-dns"
  assume_role_policy = data.aws_iam_policy_document.pod_trust["dns"].json
}

resource "aws_iam_role_policy" "autoscaler" {
  name   = "scale"
  role   = aws_iam_role.autoscaler.id
  policy = data.aws_iam_policy_document.autoscaler.json
}

resource "aws_iam_role_policy" "dns" {
  name   = "dns"
  role   = aws_iam_role.dns.id
  policy = data.aws_iam_policy_document.dns.json
}

module "ebs_csi" {
  source  = "terraform-aws-modules/iam/aws//modules/iam-role-for-service-accounts"
  version = "~> 6.0"

  name                  = "shop-ebs-csi"
  attach_ebs_csi_policy = true
}
