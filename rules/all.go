package rules

//go:generate go run gen.go

// All is every rule, by name.
var All = []*Rule{
	ActionMatchesNothing,
	AllowNotPrincipal,
	APINameNotAction,
	DuplicateSid,
	InputLimit,
	InvalidActionFormat,
	InvalidDataType,
	InvalidEffect,
	JSONDuplicateKey,
	JSONSyntax,
	ManagedAdminPolicy,
	MissingElement,
	MissingVersion,
	OldVersion,
	PublicPrincipal,
	RootAccessKey,
	RootAsOnlyException,
	RootPrincipalCondition,
	SyntaxError,
	TrustAccountRoot,
	TrustAnyPrincipal,
	UnknownAction,
	UnknownElement,
	UnknownService,
	UnreadableFile,
}
