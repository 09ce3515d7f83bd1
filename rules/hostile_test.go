package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/rules"
)

// A policy made to keep a rule busy does not.
func TestHostilePublicPolicies(t *testing.T) {
	var statements, resources []string
	for i := range 800 {
		statements = append(statements,
			fmt.Sprintf(`{"Effect": "Allow", "Principal": "*", "NotAction": "s3:x%d", "Resource": "arn:aws:s3:::b/*a*%d"}`, i, i),
			fmt.Sprintf(`{"Effect": "Deny", "Principal": "*", "Action": "s3:*%d", "Resource": "arn:aws:s3:::b/*"}`, i))
		resources = append(resources, fmt.Sprintf(`"arn:aws:s3:::b/*%d*?"`, i))
	}
	many := `{"Effect": "Allow", "Principal": "*", "NotAction": "s3:x", "Resource": [` + strings.Join(resources, ",") + `]}`
	for name, text := range map[string]string{"statements": strings.Join(statements, ","), "resources": many} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			text := `{"Version": "2012-10-17", "Statement": [` + text + `]}`
			newCase(t, rules.PublicPrincipal, []txtar.File{{Name: "p.json", Data: []byte(text)}}).lint(t)
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// Very many actions on very many resources, none of which fits another, are
// given up on in time.
func TestHostileResources(t *testing.T) {
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

// Of very many names that do not exist all are reported, but only of so many is
// it said what they were meant to be. What was looked up once stays known.
func TestManyUnknownActions(t *testing.T) {
	const distinct, lookedUp = 3000, 2000
	var actions []string
	for i := range distinct {
		const name = "DescribeVpcEndpointConnections"
		at := i / 100 // with two digits too many
		actions = append(actions, fmt.Sprintf(`"ec2:%s%d%s%d"`, name[:at], i/10%10, name[at:], i%10))
	}
	actions = append(actions, actions...)
	text := `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": [` + strings.Join(actions, ",") + `], "Resource": "*"}}`
	report := newCase(t, rules.UnknownAction, []txtar.File{{Name: "p.json", Data: []byte(text)}}).lint(t)
	meant := 0
	for _, f := range report.Findings {
		if strings.Contains(f.Message, "did you mean ec2:DescribeVpcEndpointConnections?") {
			meant++
		}
	}
	if len(report.Findings) != 2*distinct || meant != 2*lookedUp {
		t.Errorf("%d findings, of which %d say what was meant", len(report.Findings), meant)
	}
}
