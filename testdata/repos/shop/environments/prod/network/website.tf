# The handbook: a website inside the network only. "*" is right here, the endpoint is the lock.
resource "aws_s3_bucket" "handbook" {
  bucket = "shop-prod-handbook"
}

resource "aws_s3_bucket_website_configuration" "handbook" {
  bucket = aws_s3_bucket.handbook.id

  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket_policy" "handbook" {
  bucket = aws_s3_bucket.handbook.id

  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "FromTheNetwork",
      "Effect": "Allow",
      "Principal": "*",
      "Action": "s3:GetObject",
      "Resource": "${aws_s3_bucket.handbook.arn}/*",
      "Condition": {
        "StringEquals": {
          "aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"
        }
      }
    }
  ]
}
EOF
}
