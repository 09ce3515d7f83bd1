variable "name" {
  type = string
}

variable "image" {
  type = string
}

variable "in_vpc" {
  type    = bool
  default = false
}

variable "tracing" {
  type    = bool
  default = true
}

variable "statements" {
  description = "Further statements: sid, actions, resources, and if wanted effect and conditions."
  type        = any
}
