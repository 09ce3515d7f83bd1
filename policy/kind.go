package policy

import "strings"

// A Kind is what a policy is for, and so what it may hold. A set of kinds is
// also a Kind.
type Kind uint16

// The kinds. Zero is a policy of which nothing is known.
const (
	Identity      Kind = 1 << iota // attached to a user, group or role
	Resource                       // attached to a resource, such as a bucket
	Trust                          // says who may assume a role
	SCP                            // service control policy of an organization
	RCP                            // resource control policy of an organization
	Boundary                       // permissions boundary
	Session                        // passed when a session is made
	VPCEndpoint                    // limits what goes through an endpoint
	PermissionSet                  // inline policy of an Identity Center permission set

	Unknown Kind = 0
)

var kindNames = [...]struct {
	kind Kind
	name string
}{
	{Identity, "identity"}, {Resource, "resource"}, {Trust, "trust"}, {SCP, "scp"}, {RCP, "rcp"},
	{Boundary, "boundary"}, {Session, "session"}, {VPCEndpoint, "vpc-endpoint"}, {PermissionSet, "permission-set"},
}

// ParseKind returns the kind with the name, such as "vpc-endpoint".
func ParseKind(name string) (Kind, bool) {
	for _, k := range kindNames {
		if k.name == name {
			return k.kind, true
		}
	}
	return Unknown, name == "unknown"
}

// KindNames returns the names of all kinds.
func KindNames() []string {
	names := make([]string, 0, len(kindNames))
	for _, k := range kindNames {
		names = append(names, k.name)
	}
	return names
}

// Names returns the names of the kinds in the set.
func (k Kind) Names() []string {
	var names []string
	for _, n := range kindNames {
		if k&n.kind != 0 {
			names = append(names, n.name)
		}
	}
	return names
}

// String returns the name of the kind.
func (k Kind) String() string {
	if k == Unknown {
		return "unknown"
	}
	return strings.Join(k.Names(), ", ")
}

// Is says whether the kind is one of the set. An unknown kind is in none.
func (k Kind) Is(set Kind) bool { return k&set != 0 }
