package rules

import "github.com/iamlint/iamlint/access"

// whenAbsent says whether the entry is true for requests that do not have the
// key, if that is certain.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators"
// and "Multivalued context keys".
func (e *conditionEntry) whenAbsent() (holds, certain bool) {
	switch {
	case e.op.Family == access.NoOperator:
		return false, false
	case e.op.Family == access.NullOperator:
		if e.op.HasSet() {
			return false, false
		}
		absent, present := saysOnly(e.List, "true"), saysOnly(e.List, "false")
		return absent, absent || present
	case e.op.AnyValue:
		return false, !e.op.IfExists
	}
	return e.op.PassesAbsent() || e.op.Negated, true
}

// needsKey says whether the entry certainly is false for requests without the
// key.
func (e *conditionEntry) needsKey() bool {
	holds, certain := e.whenAbsent()
	return certain && !holds
}

// alwaysInWords says in a message what an entry is whose key is never there.
func (e *conditionEntry) alwaysInWords() string {
	switch holds, certain := e.whenAbsent(); {
	case !certain:
		return ""
	case holds:
		return ": the entry is always true"
	}
	return ": the entry is always false"
}
