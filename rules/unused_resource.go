package rules

import (
	"slices"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// UnusedResource reports resources that no action of the statement can act on.
var UnusedResource = &Rule{
	Name:     "unused-resource",
	Kind:     Warning,
	Policies: policy.Identity | policy.PermissionSet,
	Doc: `no action of the statement applies to the resource

A resource counts only together with an action that acts on its type. Of this one
no action of the statement does: it changes nothing, and looks like access that is
not there. Remove it, or add the action that is missing.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::example/*", «"arn:aws:dynamodb:eu-west-1:111122223333:table/orders"»]}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::example/*"]}
  ]
}
`,
	Run: unusedResource,
}

func unusedResource(pass *Pass) {
	for _, s := range pass.Policy.Statements {
		n := len(s.Resource.Values)
		if n < 2 || n > maxResources || s.Effect != policy.Allow || s.Open() || !s.Action.Known() || s.Resource.Open() || pass.Policy.IsInstance() {
			continue
		}
		pass.checkUsed(s)
	}
}

// maxResources is how many resources of a statement are looked at one by one.
const maxResources = 100

func (p *Pass) checkUsed(s *policy.Statement) {
	var actions []*catalog.Action
	for i, a := range p.listedActions().of(s) {
		if a != nil {
			actions = append(actions, a)
			continue
		}
		stands := p.Catalog.Expand(s.Action.Values[i].Text())
		if actions = append(actions, stands...); len(stands) == 0 || len(actions) > maxStands {
			return // what it is, is for other rules to say
		}
	}
	var unused []int
	for i := range s.Resource.Values {
		alone := *s
		alone.Resource.Values = s.Resource.Values[i : i+1]
		if _, isARN := arnFieldsOf(&alone.Resource.Values[0]); !isARN {
			return
		}
		t := targetsOf(p.Policy, &alone)
		if !slices.ContainsFunc(actions, func(a *catalog.Action) bool { return !a.WildcardOnly() && mayActOn(t, a) }) {
			unused = append(unused, i)
		}
	}
	if len(unused) == 0 || len(unused) == len(s.Resource.Values) || !p.haveKnownForms(s.Resource) {
		return // where none is used, the rules on actions speak of it
	}
	for _, i := range unused {
		v := s.Resource.Values[i]
		f := p.Reportf(s, v, "no action here applies to %s", v.String())
		f.Subject = v.String()
		edits, ok := p.Delete(s.Resource, i)
		f.Fix("remove it", edits, ok)
	}
}

// maxStands is how many actions are tried on each resource.
const maxStands = 400
