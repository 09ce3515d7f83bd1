package policy

// A Scope is what is judged together: a Terraform module, an account dump, or
// a lone policy.
type Scope struct {
	Name       string // the directory or file
	Policies   []*Document
	Identities []*IdentityFacts // by address

	AccessKeys []AccessKey
	Arguments  []Argument // of what the scope makes in IAM, in order
}

// An Argument is what is said of a user, a group, a role, a policy or an instance
// profile that AWS takes in a certain form only: its name, path, description.
type Argument struct {
	Span           // the expression
	Address string // of the resource: "aws_iam_role.app"
	Type    string // of the resource: "aws_iam_role"
	Name    string // "max_session_duration"
	Value   Value
}

// IdentityFacts is what the scope knows of a user, a group, a role or a
// permission set.
type IdentityFacts struct {
	Span    // the block that declares it
	Type    IdentityType
	Address string // "aws_iam_role.app"
	Name    Value  // of the user, group or role

	Trust    *Document // of a role; nil if not known
	Boundary *Attached // permissions boundary; nil if there is none
	Policies []Attached
	Groups   []string // addresses of the groups that a user is in

	// Several says that it may stand for several, of which not each has all of
	// the policies: count or for_each makes them.
	Several bool

	// Undeclared says that the scope attaches policies to it, but does not
	// declare it: there may be more.
	Undeclared bool
}

// An IdentityType is what policies can be attached to.
type IdentityType string

// The types.
const (
	User                  IdentityType = "user"
	Group                 IdentityType = "group"
	Role                  IdentityType = "role"
	PermissionSetIdentity IdentityType = "permission-set"
)

// Attached is one policy of an identity.
type Attached struct {
	Document *Document // nil if the policy is not in the scope, or not known
	ARN      Value     // of a managed policy, as far as it is known; zero for an inline one
	Inline   bool
	Optional bool   // it may not be attached: that depends on what is not known
	Address  string // of the resource that attaches it
	Span            // the attribute that names the policy
}

// An AccessKey is a long-term access key that the scope makes.
type AccessKey struct {
	Span    // the block
	Address string
	User    Value
}
