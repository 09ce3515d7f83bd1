variable "project" {
  type = string
}

variable "retention_days" {
  type    = number
  default = 365
}

variable "auditor_roles" {
  description = "Roles of the auditors, as ARNs."
  type        = list(string)
}
