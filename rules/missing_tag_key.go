package rules

import "strings"

// MissingTagKey reports condition keys for tags that do not say which tag.
var MissingTagKey = &Rule{
	Name: "missing-tag-key",
	Kind: Error,
	Doc: `the condition key does not say which tag

Condition keys for tags end in the key of a tag: aws:ResourceTag/team. Without it
there is no such condition key in any request, and the entry compares nothing. To
demand that a request sets only certain tags, use aws:TagKeys.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
  "Condition": {"StringEquals": {«"aws:ResourceTag"»: "web"}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
  "Condition": {"StringEquals": {"aws:ResourceTag/team": "web"}}}}`,
	Run: missingTagKey,
}

func missingTagKey(pass *Pass) {
	for _, e := range pass.conditionEntries() {
		if e.key == nil || e.key.sort != unfinishedKey {
			continue
		}
		name := e.Variable.Text()
		pass.Reportf(e.statement, e.Variable, "%s needs a tag key: %s/name", name, strings.TrimSuffix(name, "/"))
	}
}
