variable "name" {
  type = string
}

variable "topic_arn" {
  description = "Topic that writes to this queue; empty: none."
  type        = string
  default     = ""
}
