package rules

import "strings"

// InvalidPolicyVariable reports policy variables that are not written right.
var InvalidPolicyVariable = &Rule{
	Name: "invalid-policy-variable",
	Kind: Error,
	Doc: `a policy variable is not written right

A policy variable is ${key}, or with a default value ${key, 'default'}: the brace
is closed, the key has no blanks, and the default stands in single quotes.
Otherwise the text is not a variable, or the policy is refused.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": «"arn:aws:s3:::example/${aws:username/*"»}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/${aws:username}/*"}
  ]
}
`,
	Run: invalidPolicyVariable,
}

func invalidPolicyVariable(pass *Pass) {
	if !pass.Policy.Modern() {
		return
	}
	for s := range pass.eachString() {
		text := s.value.Text()
		if s.element != "Resource" && s.element != "Condition" {
			continue
		}
		for at := 0; ; {
			n := strings.Index(text[at:], "${")
			if n < 0 {
				break
			}
			at += n
			end := strings.IndexByte(text[at:], '}')
			if wrong := wrongVariable(text[at:], end, s.value.Known()); wrong != "" {
				shown := text[at:]
				if end >= 0 {
					shown = text[at : at+end+1]
				}
				pass.Reportf(s.statement, s.value, "policy variable %q %s", shown, wrong).Subject = shown
				break
			}
			at += 2
		}
	}
}

// wrongVariable says what is wrong with a variable that a text begins with, up
// to the brace at end, -1 if there is none.
//
// Source: AWS IAM User Guide, "IAM policy elements: Variables and tags".
func wrongVariable(text string, end int, known bool) string {
	if end < 0 {
		if !known {
			return "" // the rest may be in what is not known
		}
		return "lacks a }"
	}
	inner := text[2:end]
	name, fallback, hasDefault := strings.Cut(inner, ",")
	switch {
	case strings.Contains(inner, "${"):
		return "holds another one"
	case strings.TrimSpace(name) == "" && known:
		return "is empty"
	case !isTag(strings.ToLower(name)) && strings.ContainsAny(name, " \t"):
		return "has a blank in its name"
	case !hasDefault || !known:
		return ""
	}
	fallback = strings.TrimSpace(fallback)
	if len(fallback) < 2 || fallback[0] != '\'' || fallback[len(fallback)-1] != '\'' {
		return "needs single quotes around its default"
	}
	return ""
}
