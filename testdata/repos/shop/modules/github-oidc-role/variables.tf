variable "name" {
  type = string
}

variable "repository" {
  description = "owner/name"
  type        = string
}

variable "environments" {
  type    = list(string)
  default = ["production"]
}

variable "policies" {
  description = "Inline policies, by name."
  type        = map(string)
  default     = {}
}
