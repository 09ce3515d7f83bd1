package rules

import (
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// A keySort says whose a condition key is.
type keySort uint8

const (
	malformedKey    keySort = iota // not of the form prefix:name
	globalKey                      // not bound to the service of the action: "aws:SourceIp", "ec2:SourceInstanceArn"
	serviceKey                     // of a service: "s3:prefix"
	issuerKey                      // a claim of a token or SAML assertion: "accounts.google.com:aud", "saml:sub"
	undocumentedKey                // exists, but AWS's service reference does not have it
	unfinishedKey                  // lacks the tag key: "aws:ResourceTag"
	unknownKey                     // there is no such key
	foreignKey                     // of a service that is not known well enough to tell
)

// A conditionKey is what is known of a condition key by its name.
type conditionKey struct {
	sort   keySort
	name   string // in lower case, as is the prefix
	prefix string
	known  *catalog.ConditionKey // nil unless AWS documents it

	// family is how AWS writes the name, without what the author of the policy
	// fills in: "aws:ResourceTag/". Of a key that AWS does not document it is the
	// name.
	family string

	keyNote
}

// is says whether the key is one that AWS documents, given by its family.
func (k *conditionKey) is(family string) bool { return strings.EqualFold(k.family, family) }

// valueType returns the type of a value of the key, such as "String"; empty if
// it is not known.
func (k *conditionKey) valueType() string {
	if k.known == nil {
		return ""
	}
	return k.known.ValueType()
}

// conditionKeyOf looks a name up.
func conditionKeyOf(c *catalog.Catalog, name string) *conditionKey {
	prefix, rest, ok := strings.Cut(name, ":")
	k := &conditionKey{name: strings.ToLower(name), prefix: strings.ToLower(prefix), family: name}
	if !ok || prefix == "" || rest == "" {
		return k
	}
	k.keyNote = keyNoteOf(name)
	if k.known = documentedKey(c, name); k.listedBy != "" {
		k.known = c.Service(k.listedBy).ConditionKey(name)
	}
	switch {
	case isUnfinished(c, name):
		k.sort, k.known = unfinishedKey, nil
	case k.known != nil:
		k.sort, k.family = sortOfDocumented(c, k, name), keyFamily(k.known.Name)
	case k.exists:
		k.sort = undocumentedKey
	case strings.Contains(k.prefix, "."):
		k.sort = issuerKey // of any claim: providers send what they like
	case c.Service(prefix) == nil && isNotedService(c, prefix):
		k.sort = foreignKey
	default:
		k.sort = unknownKey
	}
	return k
}

func sortOfDocumented(c *catalog.Catalog, k *conditionKey, name string) keySort {
	switch {
	case c.GlobalConditionKey(name) != nil:
		return globalKey
	case k.prefix == "saml" || strings.Contains(k.prefix, "."):
		return issuerKey
	}
	return serviceKey
}

// documentedKey returns the key that AWS documents by the name. Of a few the
// documented name ends where that of a tag is to follow.
func documentedKey(c *catalog.Catalog, name string) *catalog.ConditionKey {
	if k := c.ConditionKey(name); k != nil {
		return k
	}
	if i := strings.IndexByte(name, '/'); i >= 0 {
		return c.ConditionKey(name[:i+1])
	}
	return nil
}

// keyFamily returns a documented name without the part that is to be filled in,
// if that is the end of it.
func keyFamily(documented string) string {
	i := strings.LastIndexAny(documented, "/:") + 1
	if part := documented[i:]; part == "tag-key" || strings.HasPrefix(part, "${") && strings.HasSuffix(part, "}") || part == "<key>" {
		return documented[:i]
	}
	return documented
}

// isUnfinished says whether the name lacks only a tag key.
func isUnfinished(c *catalog.Catalog, name string) bool {
	name = strings.TrimSuffix(name, "/")
	if len(name) < 3 || !strings.EqualFold(name[len(name)-3:], "tag") || strings.Contains(name, "/") {
		return false
	}
	k := documentedKey(c, name+"/x")
	return k != nil && strings.HasSuffix(keyFamily(k.Name), "/")
}

// isNotedService says whether the service exists, or did, although the catalog
// does not have it.
func isNotedService(c *catalog.Catalog, prefix string) bool {
	_, retired := c.Retired(prefix)
	return retired || c.Undocumented(prefix)
}
