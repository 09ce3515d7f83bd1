variable "project" {
  type    = string
  default = "shop"
}

variable "environment" {
  type = string
}

variable "name" {
  type    = string
  default = ""
}

variable "tags" {
  type    = map(string)
  default = {}
}
