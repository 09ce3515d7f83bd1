package rules

import "strings"

// InputLimit reports input that is larger, or nested deeper, than what is
// looked at.
var InputLimit = &Rule{
	Name: "input-limit",
	Kind: Warning,
	Doc: `a bound on size, nesting or expansion was reached

So that no input can stall the check, there are bounds on how large a file is,
how deeply lists and objects are nested, and how many instances an expression
expands to. They lie far above what AWS accepts. The message says what is left
out: nothing is reported about that.`,
	Bad:  `{"Statement": ` + strings.Repeat("[", 99) + "«[»" + strings.Repeat("]", 100) + "}",
	Good: `{"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}]}`,
}
