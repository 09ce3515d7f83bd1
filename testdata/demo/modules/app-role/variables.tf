# What a caller of this module says.

variable "name" {
  description = "Name of the role."
  type        = string
}

variable "service" {
  description = "Service that assumes the role, such as lambda.amazonaws.com."
  type        = string
}

variable "bucket_arn" {
  description = "ARN of the one bucket that the application works on."
  type        = string
}

variable "bucket_actions" {
  description = "S3 actions on that bucket and its objects."
  type        = list(string)
}

variable "policy" {
  description = "Further permissions, as JSON. Empty: none."
  type        = string
  default     = ""
}
