variable "name" {
  type = string
}

variable "account_id" {
  type = string
}

variable "role_names" {
  type = list(string)
}

variable "organization_id" {
  type    = string
  default = "o-k3v9m2x7qp"
}

variable "statements" {
  type = map(object({
    actions   = list(string)
    resources = list(string)
  }))
}
