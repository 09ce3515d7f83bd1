variable "name" {
  type = string
}

variable "services" {
  description = "Services that publish, such as events or budgets."
  type        = list(string)
  default     = []
}
