package rules

import (
	"strings"
	"time"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// dateRelation returns how the operator compares times: "lessthan"; empty if it
// does not.
func (e *conditionEntry) dateRelation() string {
	if relation, ok := strings.CutPrefix(e.op.Name, "date"); ok {
		return relation
	}
	if relation, ok := strings.CutPrefix(e.op.Name, "numeric"); ok && e.name == "aws:epochtime" {
		return relation
	}
	return ""
}

// extremeDate returns the last of the dates, or for sign -1 the first. It is
// not ok if one is not known: any of them will do for the condition.
func extremeDate(l policy.List, sign int) (at *policy.Value, extreme time.Time, ok bool) {
	for i := range l.Values {
		text, known := l.Values[i].Literal()
		t, isDate := access.ParseDate(text)
		if !known || !isDate {
			return nil, time.Time{}, false
		}
		if at == nil || t.Compare(extreme)*sign > 0 {
			at, extreme = &l.Values[i], t
		}
	}
	return at, extreme, at != nil && !l.Open()
}

// inShort writes a time as a date, with the time of day if it is not midnight.
func inShort(t time.Time) string {
	t = t.UTC()
	if t.Equal(t.Truncate(24 * time.Hour)) {
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02T15:04:05Z")
}
