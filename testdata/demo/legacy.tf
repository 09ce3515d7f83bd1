# Older than the rest, taken over from the first account. Nobody dares to touch it.

resource "aws_iam_role" "batch" {
  name = "${local.prefix}-batch"

  assume_role_policy = <<EOF
{
  "Version": "2008-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "Service": "ec2.amazonaws.com"
      },
      "Action": "sts:AssumeRole"
    }
  ]
}
EOF
}

data "aws_iam_policy_document" "batch" {
  statement {
    sid       = "ReadJobs"
    effect    = "allow"
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
    resources = [aws_sqs_queue.events.arn]
  }
}

resource "aws_iam_role_policy" "batch" {
  name   = "jobs"
  role   = aws_iam_role.batch.id
  policy = data.aws_iam_policy_document.batch.json
}

# Emptied one day, but never removed.
resource "aws_iam_policy" "batch_reports" {
  name = "${local.prefix}-batch-reports"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = []
  })
}

# For "the script on the old server".
resource "aws_iam_access_key" "script" {
  user = "root"
}
