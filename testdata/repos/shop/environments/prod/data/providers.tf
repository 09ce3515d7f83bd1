terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }

  backend "s3" {
    bucket = "shop-prod-state"
    key    = "data.tfstate"
    region = "eu-west-1"
  }
}

provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["558822119944"]
}

provider "aws" {
  alias               = "audit"
  region              = "eu-west-1"
  allowed_account_ids = ["774411990022"]

  assume_role {
    role_arn = "arn:aws:iam::774411990022:role/shop-data"
  }
}

provider "aws" {
  alias  = "replica"
  region = "eu-north-1"
}
