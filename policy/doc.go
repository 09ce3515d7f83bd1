// Package policy is the model of IAM policies: documents, statements,
// principals, conditions, the strings in them with what is unknown of each,
// and the scopes in which policies are judged together.
//
// It knows neither the language a policy is written in nor anything of AWS's
// services. Every node knows the source bytes that wrote it, as positions of
// one [go/token.FileSet], and is an analysis.Range.
package policy
