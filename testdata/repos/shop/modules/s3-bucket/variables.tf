variable "name" {
  type = string
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "reader_arns" {
  description = "Roles that may read the bucket."
  type        = list(string)
}

variable "policy" {
  description = "Further statements, as a JSON document. They replace ours of the same Sid."
  type        = string
  default     = null
}
