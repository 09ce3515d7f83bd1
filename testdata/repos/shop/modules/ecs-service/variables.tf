variable "name" {
  type = string
}

variable "repository_arn" {
  type = string
}

variable "secret_arns" {
  type    = list(string)
  default = []
}

variable "task_policy" {
  description = "Permissions of the code, as JSON."
  type        = string
  default     = null
}

variable "permissions_boundary" {
  type    = string
  default = null
}

variable "enable_exec" {
  type    = bool
  default = true
}
