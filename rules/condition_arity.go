package rules

import "strings"

// isMultivalued says whether AWS documents that a request can have several
// values for the key, and that it has one at most.
func (e *conditionEntry) isMultivalued() (several, single bool) {
	if e.key == nil || e.key.known == nil {
		return false, false
	}
	several = e.key.known.Multivalued()
	return several, !several
}

// hasOneValue says whether requests certainly have one value at most for the
// key. Amazon Cognito's amr has several, whatever AWS's data says.
func (e *conditionEntry) hasOneValue() bool {
	if strings.HasSuffix(e.name, ":amr") {
		return false
	}
	_, single := e.isMultivalued()
	return single || isSubject(e.name) || strings.HasSuffix(e.name, ":iss")
}

// isSubject and isAudience say whether a key, in lower case, is such a claim of
// an identity provider.
func isSubject(key string) bool  { return strings.HasSuffix(key, ":sub") }
func isAudience(key string) bool { return strings.HasSuffix(key, ":aud") }
