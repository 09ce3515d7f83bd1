# A queue with its dead letters. Topics may be allowed to write to it.

resource "aws_sqs_queue" "dead" {
  name                      = "${var.name}-dead"
  message_retention_seconds = 1209600

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = ["arn:aws:sqs:*:*:${var.name}"]
  })
}

resource "aws_sqs_queue" "this" {
  name = var.name

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue_policy" "this" {
  count = var.topic_arn == "" ? 0 : 1

  queue_url = aws_sqs_queue.this.id

  policy = <<POLICY
{
  "Version": "2012-10-17",
  "Id": "${var.name}-policy",
  "Statement": [
    {
      "Sid": "FromTopic",
      "Effect": "Allow",
      "Principal": {"Service": "sns.amazonaws.com"},
      "Action": "sqs:SendMessage",
      "Resource": "${aws_sqs_queue.this.arn}",
      "Condition": {"ArnEquals": {"aws:SourceArn": "${var.topic_arn}"}}
    },
    {
      "Sid": "Tls",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "sqs:*",
      "Resource": ${jsonencode([aws_sqs_queue.this.arn])},
      "Condition": {"Bool": {"aws:SecureTransport": "false"}}
    }
  ]
}
POLICY
}
