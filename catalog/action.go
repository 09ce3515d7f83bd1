package catalog

// An Action is what a policy allows or denies: an API operation, or a
// permission without one.
type Action struct {
	Name   string // without the service's prefix: "GetObject"
	Levels Level

	// Numbers of lists in the service's details; 0 is the empty one.
	resources, keys, dependents uint16

	service *Service
	letters letterSet // of the name
}

// Service returns the service that the action belongs to.
func (a *Action) Service() *Service { return a.service }

// FullName returns the name with the service's prefix: "s3:GetObject".
func (a *Action) FullName() string { return a.service.prefix + ":" + a.Name }

// WildcardOnly says that the action supports no resource-level permission: a
// statement grants it on Resource "*", or not at all.
func (a *Action) WildcardOnly() bool { return a.resources == 0 }

// Resources returns the resource types that the action acts on, none if it is
// [Action.WildcardOnly].
func (a *Action) Resources() []ActionResource { return a.service.detail().resources[a.resources] }

// ConditionKeys returns the names of the condition keys that requests for the
// action carry, whatever the resource. Keys of the service that stand in no
// such list, nor in that of a resource, are never there for the action.
func (a *Action) ConditionKeys() []string { return a.service.detail().keyLists[a.keys] }

// DependentActions returns the full names of the actions that the caller must
// also be allowed, whatever the resource. AWS has not published them in
// machine-readable form since December 2025: actions added later have none.
func (a *Action) DependentActions() []string { return a.service.detail().depLists[a.dependents] }

// An ActionResource is a resource type as one action takes it.
type ActionResource struct {
	Type             string   // the name of a [ResourceType] of the same service
	Required         bool     // a request always has such a resource
	ConditionKeys    []string // keys that come with it, besides the action's
	DependentActions []string // actions needed besides when it is given
}
