variable "alias" {
  type = string
}

variable "description" {
  type    = string
  default = "Schlüssel für Daten der Anwendung (données chiffrées)"
}

variable "user_arns" {
  type    = list(string)
  default = []
}

variable "services" {
  description = "Service names without suffix, such as sns."
  type        = list(string)
  default     = ["sns", "events"]
}
