package rules

// All is every rule, by name.
var All = []*Rule{}
