package rules

import (
	"unicode/utf8"

	"github.com/iamlint/iamlint/policy"
)

// InvalidCharacter reports characters that IAM refuses.
var InvalidCharacter = &Rule{
	Name: "invalid-character",
	Kind: Error,
	Doc: `a character that IAM refuses

A policy of IAM holds tab, newline and characters from the space to U+00FF. Curly
quotes, dashes and invisible characters come with text that is copied from a
document, and IAM refuses them. Type the plain character.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/«“»*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}
  ]
}
`,
	Run: invalidCharacter,
}

func invalidCharacter(pass *Pass) {
	if pass.Policy.Kind == policy.Resource && pass.Policy.Service != "kms" {
		return // what services take there differs
	}
	for s := range pass.eachString() {
		text := s.value.Text()
		for i := 0; i < len(text); i++ {
			if text[i] < utf8.RuneSelf {
				continue // control characters cannot stand in a JSON string
			}
			r, size := utf8.DecodeRuneInString(text[i:])
			if r <= maxCharacter {
				i += size - 1
				continue
			}
			f := pass.Reportf(s.statement, s.value.Sub(i, i+size), "character %U%s is not allowed", r, nameOfCharacter(r))
			f.Subject = string(r)
			break
		}
	}
}

// maxCharacter is the last character that IAM takes.
//
// Source: AWS IAM API Reference, CreatePolicy, pattern of PolicyDocument.
const maxCharacter = 0xFF

// nameOfCharacter returns what often stands for another character is called, in
// parentheses.
func nameOfCharacter(r rune) string {
	switch r {
	case '\u2018', '\u2019':
		return " (curly quote)"
	case '\u201c', '\u201d':
		return " (curly double quote)"
	case '\u2013':
		return " (en dash)"
	case '\u2014':
		return " (em dash)"
	case '\u200b', '\u200c', '\u200d', '\ufeff':
		return " (invisible)"
	}
	return ""
}
