// Package access knows what policies mean: which requests a statement matches,
// and which sets of requests hold others.
package access

// A Request is what AWS decides on.
type Request struct {
	Principal string              `json:"principal,omitempty"` // ARN, service or "*" for an anonymous caller; empty is whoever has the policy
	Action    string              `json:"action"`
	Resource  string              `json:"resource"`
	Context   map[string][]string `json:"context,omitempty"` // condition keys
}
