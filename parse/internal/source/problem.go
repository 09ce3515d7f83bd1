package source

import "github.com/iamlint/iamlint/policy"

// A Problem is something about a file that keeps policies in it from being
// read.
type Problem struct {
	Kind ProblemKind
	policy.Span
	Message string // one line, without position
	Related []Related
}

// Related is another place that a problem is about.
type Related struct {
	policy.Span
	Message string
}

// A ProblemKind is what a problem is about: each is one rule.
type ProblemKind uint8

// The kinds of problems.
const (
	JSONSyntax     ProblemKind = iota + 1 // text where a policy is expected is not JSON
	Syntax                                // a file in another language does not parse
	UnreadableFile                        // a file is missing, not permitted, not text, outside the tree
	InputLimit                            // a bound on size, nesting or expansion was reached
)
