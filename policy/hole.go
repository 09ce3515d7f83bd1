package policy

// A Hole is a part of a string that cannot be known from the source: one
// specific string, the same for the same ID, and never a wildcard.
type Hole struct {
	// At is where in the value's text the hole stands, in bytes. Several holes
	// may stand at one place, in order.
	At int

	// Expr is the source of the expression, such as "aws_s3_bucket.b.arn".
	// It is how the hole is shown to people.
	Expr string

	// ID identifies the unknown string: holes with equal, non-empty IDs stand
	// for the same one. An empty ID equals nothing, not even itself.
	ID string

	// Form is what is known of the string.
	Form Form

	Span // the expression
}

// A Form is what is known of an unknown string.
type Form uint8

// The forms. All but AnyForm promise a string that is not empty and holds none
// of the characters * ? : and white space; all but those, SafeForm and
// PathForm also promise that there is no slash.
const (
	AnyForm       Form = iota // nothing is known
	SafeForm                  // no wildcard, colon or white space, maybe a slash
	NameForm                  // a name of a resource
	IDForm                    // an identifier that AWS chooses
	PathForm                  // an IAM path: starts and ends with a slash
	AccountForm               // 12 digits
	PartitionForm             // aws, aws-cn, ...
	RegionForm                // eu-west-1, ...
	DNSSuffixForm             // amazonaws.com, ...
	OrgIDForm                 // o- and letters and digits
	UUIDForm                  // a UUID
	ServiceForm               // what ARNs have as their third field
)

// formNames are also what stands for holes in the form of a whole ARN: see
// [Value.Shape].
var formNames = [...]string{
	AnyForm: "any", SafeForm: "text", NameForm: "name", IDForm: "id", PathForm: "path",
	AccountForm: "account", PartitionForm: "partition", RegionForm: "region",
	DNSSuffixForm: "dns-suffix", OrgIDForm: "organization", UUIDForm: "uuid", ServiceForm: "service",
}

// String returns the form's name.
func (f Form) String() string { return formNames[f] }

// Safe says that the string holds no wildcard, no colon and no white space,
// and is not empty.
func (f Form) Safe() bool { return f != AnyForm }

// Same says whether two holes certainly stand for the same string.
func (h Hole) Same(other Hole) bool { return h.ID != "" && h.ID == other.ID }
