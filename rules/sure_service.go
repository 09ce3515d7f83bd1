package rules

import "github.com/iamlint/iamlint/policy"

// sureService returns the service of the resource that the policy is attached
// to. Where only the text tells it, that could as well be the policy of a VPC
// endpoint or of an organization, unless it names resources of that service and
// no others.
func (p *Pass) sureService() string {
	d := p.Policy
	if d.Kind != policy.Resource || !d.Guessed {
		return d.Service
	}
	all := p.resources()
	for i := range all {
		if !all[i].isARN {
			return ""
		}
		if service, known := all[i].arn.literal(arnService); !known || service != d.Service {
			return ""
		}
	}
	if len(all) == 0 {
		return ""
	}
	return d.Service
}
