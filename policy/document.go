package policy

// A Document is one policy.
type Document struct {
	Span      // the JSON object, the data block, the jsonencode call
	Head Span // a short stretch to point at: the opening brace, the block's header

	// Name is how people know the policy: its address in Terraform, or the path
	// of its file, with # and a JSON pointer if it is not all of the file.
	Name string

	Kind    Kind
	Service string // of the resource that a resource policy is attached to: "s3"

	// Guessed says that Kind follows from the text alone, and not from where
	// the policy stands or what the configuration says.
	Guessed bool

	// NoResource says that the policy takes no Resource element where it stands,
	// such as that of an ECR repository.
	NoResource bool

	// Owner is the ARN of the resource that the policy is attached to; nil if it
	// is not known which resource that is.
	Owner *Value

	// Version and ID are nil where the document has none. A version that the
	// language supplies has no position.
	Version, ID *Value

	Statements   []*Statement
	StatementKey Span // the element's name
	// StatementList is the element's value: a list, or a single statement.
	StatementList Span
	// Members are all elements as they are written, in order; nil if the document
	// is not written as one object.
	Members []Member

	// MoreStatements is what further statements are taken from, which cannot be known.
	MoreStatements []Hole

	// Rest is what further elements are taken from, which cannot be known. An
	// unresolved document has nothing else.
	Rest []Hole
	// Unresolved says that nothing is known of the document: it is listed, and
	// no rule looks at it.
	Unresolved bool

	Problems []Problem // where the text breaks the grammar, by position

	Syntax Syntax // spells strings; nil if the text cannot be edited

	Uses       []Use    // in order of address
	Instances  []string // addresses, where count or for_each makes several
	AttachedTo []string // addresses of the users, groups and roles that have it

	// Twin is the document whose text this is, when one text is used as
	// policies of several kinds, or has several instances of which more is known
	// than of all together: each but the first is a document of its own.
	Twin *Document
}

// IsInstance says whether the document is one of several that a text stands
// for: what holds for it need not hold for the text.
func (d *Document) IsInstance() bool { return d.Twin != nil && d.Twin.Kind == d.Kind }

// A Use is an attribute that holds the policy.
type Use struct {
	Address   string // "aws_iam_policy.app"
	Attribute string // "policy"
	Span             // the attribute's value
}

// Open says whether the document may have more elements or statements than
// are known: nothing follows from the absence of one.
func (d *Document) Open() bool { return len(d.Rest) > 0 || len(d.MoreStatements) > 0 }

// Modern says whether the document has policy variables: it does under
// version 2012-10-17 only. A version that is not known may be that.
func (d *Document) Modern() bool {
	return d.Version != nil && (!d.Version.Known() || d.Version.Is("2012-10-17"))
}
