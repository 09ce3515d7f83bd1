package rules

// ActionCase reports actions that are spelt in other letters than AWS spells
// them.
var ActionCase = &Rule{
	Name: "action-case",
	Kind: Suggestion,
	Off:  true,
	Doc: `the action is spelt in other letters

Case does not count in actions, but people search for them as AWS spells them.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": «"s3:getobject"», "Resource": "*"}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
  ]
}
`,
	Run: actionCase,
}

func actionCase(pass *Pass) {
	found := pass.listedActions()
	for _, s := range pass.Policy.Statements {
		for i, a := range found.of(s) {
			if v := s.Action.Values[i]; a != nil && v.Text() != a.FullName() {
				f := pass.Reportf(s, v, "%q is spelt %s", v.Text(), a.FullName())
				f.Subject = v.Text()
				edits, ok := pass.Replace(v, a.FullName())
				f.Fix("write "+a.FullName(), edits, ok)
			}
		}
	}
}
