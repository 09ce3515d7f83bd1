package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/iamlint/iamlint/rules"
)

// A Condition made to keep a rule busy does not.
func TestHostileConditions(t *testing.T) {
	var unknown, tags, wild, addresses []string
	for i := range 20000 {
		unknown = append(unknown, fmt.Sprintf(`"aws:SourceIpp%d": "a", "aws:SourceVpcc": "b"`, i))
		tags = append(tags, fmt.Sprintf(`"ec2:ResourceTag/%d": "a", "aws:ResourceTag/%d": "b"`, i, i))
		wild = append(wild, fmt.Sprintf(`"StringEquals": {"ec2:InstanceType": "t%d*"}`, i))
		addresses = append(addresses, fmt.Sprintf(`"10.0.%d.%d/31"`, i%250, i/250*2))
	}
	actions := strings.Repeat(`"ec2:DescribeInstances", `, 2000) + `"ec2:StopInstances"`
	for _, tt := range []struct {
		rule      *rules.Rule
		condition string
	}{
		{rules.UnknownConditionKey, `"StringEquals": {` + strings.Join(unknown, ", ") + `}`},
		{rules.ConditionKeyUnsupportedByAction, `"StringEquals": {` + strings.Join(tags, ", ") + `}`},
		{rules.TagConditionUnsupported, `"StringEquals": {` + strings.Join(tags, ", ") + `}`},
		{rules.DuplicateConditionKey, `"StringEquals": {` + strings.Join(tags, ", ") + `}`},
		{rules.WildcardWithoutLike, strings.Join(wild, ", ")},
		{rules.PrivateSourceIP, `"IpAddress": {"aws:SourceIp": [` + strings.Join(addresses, ", ") + `]}`},
		{rules.CIDRHostBits, `"IpAddress": {"aws:SourceIp": [` + strings.Join(addresses, ", ") + `]}`},
	} {
		t.Run(tt.rule.Name, func(t *testing.T) {
			start := time.Now()
			text := `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": [` + actions + `], "Resource": "*", "Condition": {` + tt.condition + `}}}`
			newCase(t, tt.rule, []txtar.File{{Name: "p.json", Data: []byte(text)}}).lint(t)
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
