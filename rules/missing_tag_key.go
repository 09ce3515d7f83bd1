package rules

import "strings"

// MissingTagKey reports condition keys about a tag that do not say which.
var MissingTagKey = &Rule{
	Name: "missing-tag-key",
	Kind: Error,
	Doc: `the condition key does not say which tag

Keys about tags end in a slash and the name of the tag: aws:ResourceTag/team.
Without it there is no such key: the entry never matches, or always does.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Condition": {"StringEquals": {«"aws:ResourceTag"»: "shop"}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/team": "shop"}}}
  ]
}
`,
	Run: missingTagKey,
}

func missingTagKey(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		for _, e := range s.Condition.Entries {
			if text, known := e.Variable.Literal(); known && isTagPrefix(text) {
				key := strings.TrimSuffix(text, "/")
				pass.Reportf(s, e.Variable, "%s needs the name of a tag: %s/name", key, key).Subject = text
			}
		}
	}
}

// isTagPrefix says whether a condition key is about a tag, and lacks its name.
func isTagPrefix(key string) bool {
	prefix, name, _ := strings.Cut(key, ":")
	name = strings.TrimSuffix(name, "/")
	return prefix != "" && (strings.EqualFold(name, "ResourceTag") || strings.EqualFold(name, "RequestTag") || strings.EqualFold(name, "PrincipalTag"))
}
