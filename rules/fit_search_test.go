package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/rules"
)

// Very many actions on very many resources, none of which fits another, are
// given up on in time.
func TestHostileFit(t *testing.T) {
	var actions, resources []string
	for i := range 3000 {
		actions = append(actions, fmt.Sprintf(`"ec2:%sDescribe*"`, strings.Repeat("*", i%3)), `"dynamodb:GetItem"`, `"ec2:R*s"`)
		resources = append(resources, fmt.Sprintf(`"arn:aws:sqs:*:*:*%d*a*?b"`, i), fmt.Sprintf(`"arn:aws:ec2:*:*:*x*%d*y"`, i))
	}
	statement := `{"Effect": "Allow", "Action": [` + strings.Join(actions, ",") + `], "Resource": [` + strings.Join(resources, ",") + `]}`
	text := `{"Version": "2012-10-17", "Statement": [` + statement + "," + statement + `]}`
	for _, r := range []*rules.Rule{rules.ResourceTypeMismatch, rules.UnusedResource} {
		start := time.Now()
		newCase(t, r, []txtar.File{{Name: "p.json", Data: []byte(text)}}).lint(t)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s took %v", r.Name, took)
		}
	}
}
