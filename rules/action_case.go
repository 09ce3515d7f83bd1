package rules

import (
	"strings"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// ActionCase reports actions that are not spelled as AWS spells them.
var ActionCase = &Rule{
	Name: "action-case",
	Kind: Suggestion,
	Off:  true,
	Doc: `an action differs from AWS's spelling in case

Case does not count in actions: s3:getobject is s3:GetObject. Spelled as AWS does
they are found by a search, and read more easily.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": [«"S3:getObject"», «"s3:list*"»], "Resource": "*"}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["s3:GetObject", "s3:List*"], "Resource": "*"}}`,
	Run:  actionCase,
}

func actionCase(pass *Pass) {
	l, next := pass.listedActions(), 0
	for _, s := range pass.Policy.Statements {
		for _, list := range []policy.List{s.Action, s.NotAction} {
			for _, v := range list.Values {
				a := l.found[next]
				next++
				spelled := ""
				switch text, known := v.Literal(); {
				case a != nil:
					spelled = a.FullName()
				case known:
					spelled = patternInCase(pass.Catalog, text)
				}
				if spelled == "" || spelled == v.Text() {
					continue
				}
				f := pass.Reportf(s, v, "%q is spelled %s", v.Text(), spelled)
				f.Subject = v.Text()
				edits, ok := pass.Replace(v, spelled)
				f.Fix("write "+spelled, edits, ok)
			}
		}
	}
}

// patternInCase returns the pattern as AWS spells its service and, if only its
// end is open and all actions that it matches start alike, its start. It returns
// nothing if there is no such service.
func patternInCase(c *catalog.Catalog, text string) string {
	prefix, name, _ := strings.Cut(text, ":")
	service := c.Service(prefix)
	if service == nil {
		return ""
	}
	start, open := strings.CutSuffix(name, "*")
	if !open || start == "" || isPattern(start) {
		return service.Prefix() + ":" + name
	}
	spelled := start
	for i, a := range service.Match(name) {
		if i > 0 && a.Name[:len(start)] != spelled {
			spelled = start
			break
		}
		spelled = a.Name[:len(start)]
	}
	return service.Prefix() + ":" + spelled + "*"
}
