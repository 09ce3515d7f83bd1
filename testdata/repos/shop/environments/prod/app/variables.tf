variable "cluster_oidc_issuer" {
  description = "Issuer of the cluster, without https://."
  type        = string
}

variable "stage" {
  type    = string
  default = "prod"
}

variable "public_api" {
  type    = bool
  default = false
}
