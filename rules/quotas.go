package rules

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/policy"
)

//go:embed quotas.txt
var quotasText string

// A quota is how large a policy may be.
type quota struct {
	kind    string
	service string // of resource policies
	limit   int
	white   bool // white space counts as well
}

var quotas = sync.OnceValue(func() map[string]quota {
	all := map[string]quota{}
	for line := range dataLines(quotasText) {
		var q quota
		var white string
		if _, err := fmt.Sscan(line, &q.kind, &q.service, &q.limit, &white); err != nil {
			panic("quotas.txt: " + line)
		}
		q.service, q.white = strings.Trim(q.service, "-"), white == "with"
		all[q.kind+"/"+q.service] = q
	}
	return all
})

// inlineQuotas are how many characters all inline policies together of one
// identity may have, by the Terraform resource that makes them.
//
// Source: AWS IAM User Guide, "IAM and AWS STS quotas".
var inlineQuotas = map[string]int{"aws_iam_role_policy": 10240, "aws_iam_user_policy": 2048, "aws_iam_group_policy": 5120}

// largestInline is what the largest inline policy may have.
const largestInline = 10240

// quotaOf returns the quota of the policy, if there is one.
func (p *Pass) quotaOf(d *policy.Document) (quota, bool) {
	service := ""
	if d.Kind == policy.Resource {
		service = d.Service
	}
	q, ok := quotas()[d.Kind.String()+"/"+service]
	if raised := p.Config.quota(d.Kind); raised > 0 {
		q.limit = raised
		return q, true
	}
	for _, u := range d.Uses {
		kind, _, _ := strings.Cut(u.Address[max(strings.LastIndex(u.Address, "aws_"), 0):], ".")
		if inline := inlineQuotas[kind]; inline > 0 {
			q.limit = inline
		}
	}
	return q, ok
}

// quota returns the limit that the configuration gives to policies of a kind.
func (c *Config) quota(k policy.Kind) int {
	if c == nil {
		return 0
	}
	return c.Quotas[k]
}
