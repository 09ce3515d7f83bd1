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
