package rules

import "strings"

// isMultivalued says whether AWS documents that a request can have several
// values for the key, and that it has one at most.
func (p *Pass) isMultivalued(e conditionEntry) (several, single bool) {
	k := p.conditionKey(e.Variable.Text())
	if k.class != documentedKey {
		return false, false
	}
	return k.Multivalued(), !k.Multivalued()
}

// hasOneValue says whether requests certainly have one value at most for the
// key. Amazon Cognito's amr has several, whatever AWS's data says.
func (p *Pass) hasOneValue(e conditionEntry) bool {
	if strings.HasSuffix(e.key, ":amr") {
		return false
	}
	_, single := p.isMultivalued(e)
	return single || isSubject(e.key) || strings.HasSuffix(e.key, ":iss")
}

// isSubject and isAudience say whether a key, in lower case, is such a claim of
// an identity provider.
func isSubject(key string) bool  { return strings.HasSuffix(key, ":sub") }
func isAudience(key string) bool { return strings.HasSuffix(key, ":aud") }
