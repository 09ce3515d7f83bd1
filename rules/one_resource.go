package rules

import "github.com/iamlint/iamlint/policy"

// speaksOfOneResource says whether all Allows name resources of one service,
// and of one bucket if it is Amazon S3: as the policy of a resource does. One
// that speaks of others may as well be the policy of a VPC endpoint.
func speaksOfOneResource(d *policy.Document) bool {
	first, any := "", false
	for _, s := range d.Statements {
		list, not := s.Resources()
		switch {
		case s.Effect != policy.Allow:
			continue
		case not:
			return false
		}
		for _, v := range list.Values {
			if v.AllWildcard() {
				return false
			}
			owner, ok := ownerOf(v)
			if !ok || any && owner != first {
				return false
			}
			first, any = owner, true
		}
	}
	return any || d.Service != ""
}

// ownerOf returns what the resource is part of: a service, or a bucket. It is
// not ok if it may be part of several.
func ownerOf(v policy.Value) (owner string, ok bool) {
	arn, isARN := policy.ParseARN(v)
	if !isARN {
		return "", true // as in policies of API Gateway
	}
	if !arn.Service.Is("s3") {
		return arn.Service.String(), !arn.Service.HasWildcard()
	}
	bucket, _, _ := arn.Resource.Cut('/')
	return bucket.String(), !bucket.HasWildcard()
}
