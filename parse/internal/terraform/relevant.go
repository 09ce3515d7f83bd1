package terraform

import "bytes"

// marks are what a file holds that has a policy, a part of one, or something
// that one is attached to. Every attribute that holds a policy is named after
// it, or belongs to a resource type that is.
var marks = [][]byte{
	[]byte("polic"), []byte("aws_iam_"), []byte("Statement"), []byte("aws_ssoadmin_"), []byte("aws_lambda_permission"),
}

// Relevant says whether the text of a file can matter: a directory in which no
// file does need not be parsed.
func Relevant(text []byte) bool {
	if bytes.IndexByte(text, 0) >= 0 { // what is not UTF-8 is in error, whatever it holds
		return true
	}
	for _, m := range marks {
		if bytes.Contains(text, m) {
			return true
		}
	}
	return false
}
