package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// arnFieldNames are what the fields of an ARN before the last are called.
var arnFieldNames = [arnResource]string{"prefix", "partition", "service", "region", "account"}

// reportEarlyVariables reports variables that stand in an ARN before its last
// field. AWS says that they are not expanded there; yet a policy of AWS's own has
// one as an account: as that, or as a Region, it is a warning.
//
// Source: AWS IAM User Guide, "IAM policy elements: Variables and tags", "Resource
// element".
func (p *Pass) reportEarlyVariables(r *listedResource) {
	variables := p.variablesOf(r.value)
	if len(variables) == 0 || !strings.HasPrefix(r.value.Text(), "arn:") {
		return
	}
	masked := []byte(r.value.Text())
	for _, v := range variables {
		for i := v.from; i < v.to; i++ {
			masked[i] = '_' // a variable has a colon that does not count
		}
	}
	fields := strings.SplitN(string(masked), ":", int(arnResource)+1)
	if len(fields) <= int(arnResource) || mayHoldColonBefore(r.value.Holes(), len(masked)-len(fields[arnResource])) {
		return
	}
	start := 0
	for i, name := range arnFieldNames {
		end := start + len(fields[i])
		for _, v := range variables {
			if v.from < start || v.to > end || v.fault() != "" || isNoKey(p.conditionKey(v.name())) {
				continue // unknown-variable, or what it may be in a template
			}
			f := p.Reportf(r.statement, r.value.Sub(v.from, v.to), "policy variable %s in the %s field is not expanded", v.text, name)
			f.Subject = r.value.String()
			if i >= int(arnRegion) {
				f.As(Warning, 0)
			}
		}
		start = end + 1
	}
}

// mayHoldColonBefore says whether one of the holes before a place may hold
// colons.
func mayHoldColonBefore(holes []policy.Hole, at int) bool {
	for _, h := range holes {
		if h.At < at && !h.Form.Safe() {
			return true
		}
	}
	return false
}
