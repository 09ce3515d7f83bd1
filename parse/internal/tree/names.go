package tree

// String returns the name of the type, as it stands in messages.
func (k Kind) String() string {
	return [...]string{"unknown value", "null", "boolean", "number", "string", "list", "object"}[k]
}
