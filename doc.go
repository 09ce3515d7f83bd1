// Package iamlint lints the AWS IAM policies of a repository: it finds them in
// JSON and Terraform, tells what is wrong with them and what they grant more
// than they should. It needs no AWS account and no network.
//
// [Lint] does all of it; [Load] only reads the policies.
package iamlint
