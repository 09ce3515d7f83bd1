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

// And with free_text_keys.txt, whose keys hold text, and key_forms.txt.
func TestFreeTextKeysExist(t *testing.T) {
	for line := range dataLines(freeTextKeysText) {
		key := catalog.Default().ConditionKey(line)
		switch {
		case key == nil:
			t.Errorf("%s is no condition key", line)
		case key.ValueType() != "String" || key.Variable():
			t.Errorf("%s is of type %s, or a name to be completed", line, key.Type)
		}
	}
}

func TestKeyForms(t *testing.T) {
	for line := range dataLines(keyFormsText) {
		form, name, _ := strings.Cut(line, " ")
		if namedKeyForms[form] == nil {
			t.Errorf("%s: there is no form %s", line, form)
		}
		want := "String"
		if form == "kmskey" {
			want = "ARN"
		}
		key := catalog.Default().ConditionKey(name)
		// AWS's own policies use this one, which its documentation leaves out.
		if key == nil && name != "aws:PrincipalOrgMasterAccountId" || key != nil && key.ValueType() != want {
			t.Errorf("%s is no condition key of type %s", name, want)
		}
	}
}

// key_notes.txt names keys that are not documented, but for those that tell more
// of one, and actions that exist.
func TestKeyNotes(t *testing.T) {
	c := catalog.Default()
	for line := range dataLines(keyNotesText) {
		line, _, _ = strings.Cut(line, " #")
		words := strings.Fields(line)
		known := c.ConditionKey(words[1]) != nil
		switch words[0] {
		case "exists":
			if known {
				t.Errorf("%s is documented by now", words[1])
			}
		case "sent":
			if !known {
				t.Errorf("%s is no condition key", words[1])
			}
			for _, name := range words[2:] {
				if a := c.Action(name); a == nil {
					t.Errorf("%s is no action", name)
				} else if actionHasKey(a, &conditionKey{family: words[1]}) {
					t.Errorf("the catalog knows by now that %s has %s", name, words[1])
				}
			}
		case "listed":
			if s := c.Service(words[2]); s == nil || s.ConditionKey(words[1]) == nil {
				t.Errorf("%s has no key %s", words[2], words[1])
			}
		case "superseded":
			if c.ConditionKey(words[2]) == nil {
				t.Errorf("%s is no condition key", words[2])
			}
		default:
			t.Errorf("%s: %q is no class", line, words[0])
		}
	}
}

// What companion_actions.txt and endpoint_owner_services.txt name, AWS has.
func TestKeyDataExists(t *testing.T) {
	c := catalog.Default()
	for at, action := range companionActions() {
		key := at[1]
		if strings.HasSuffix(key, "/") {
			key += "x"
		}
		if at[0] == "trust" && c.ConditionKey(key) == nil || at[0] == "create" && c.Service(key) == nil {
			t.Errorf("%s is no %s", at[1], at[0])
		}
		if c.Action(action) == nil {
			t.Errorf("%s is no action", action)
		}
	}
	for key, pairs := range keyPairs {
		for _, k := range append(pairs, key) {
			if c.GlobalConditionKey(k) == nil {
				t.Errorf("%s is no condition key", k)
			}
		}
	}
	for _, prefix := range endpointOwnerServices() {
		if c.Service(prefix) == nil {
			t.Errorf("%s is no service", prefix)
		}
	}
}
