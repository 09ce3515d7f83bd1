package rules

import (
	"strings"
	"testing"

	"github.com/iamlint/iamlint/catalog"
)

// What plumbing.txt names, AWS has.
func TestPlumbingExists(t *testing.T) {
	for line := range dataLines(plumbingText) {
		list := catalog.Default().Expand(line)
		if len(list) == 0 && !catalog.Default().Undocumented(line) {
			t.Errorf("%s is no action", line)
		}
		for _, a := range list {
			if !isPlumbing(a) {
				t.Errorf("%s matches %s, which does not count as plumbing", line, a.FullName())
			}
		}
	}
	for _, name := range []string{"ec2:RunInstances", "logs:DeleteLogGroup", "s3:PutObject", "xray:DeleteGroup"} {
		if isPlumbing(catalog.Default().Action(name)) {
			t.Errorf("%s counts as plumbing", name)
		}
	}
}

// So it is with condition_keys.txt.
func TestRestrictingKeysExist(t *testing.T) {
	for line := range dataLines(conditionKeysText) {
		class, key, _ := strings.Cut(line, " ")
		if class != "scope" && class != "guard" && class != "form" {
			t.Errorf("%s: %q is no class", line, class)
		}
		if strings.HasSuffix(key, "-") {
			key += "acl"
		} else if strings.ContainsAny(key[len(key)-1:], ":/") {
			key += "x"
		}
		if catalog.Default().ConditionKey(key) == nil {
			t.Errorf("%s is no condition key", key)
		}
	}
}

// And with sensitive_keys.txt.
func TestSensitiveKeysExist(t *testing.T) {
	for key, worth := range keyWorths() {
		if worth != "sensitive" && worth != "spoofable" {
			t.Errorf("%s: %q is no class", key, worth)
		}
		if catalog.Default().GlobalConditionKey(key) == nil {
			t.Errorf("%s is no condition key", key)
		}
		if isSensitive(key) && callerKeys[key] == 0 && !strings.HasPrefix(key, "aws:resource") {
			t.Errorf("%s is sensitive, but does not bind the caller", key)
		}
		if isSpoofable(key) && !isOpenKey(key) {
			t.Errorf("%s is chosen by the caller, but not open", key)
		}
	}
}
