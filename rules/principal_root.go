package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// rootAccount returns the account if the value certainly names the root of
// one, as an ARN: "arn:aws:iam::111122223333:root". An unknown account may be
// any string here: with a colon in it there is no such principal.
func rootAccount(v policy.Value) (account policy.Value, ok bool) {
	fields := strings.Split(v.Text(), ":")
	if len(fields) != 6 || fields[0] != "arn" || fields[2] != "iam" || fields[3] != "" || fields[5] != "root" {
		return policy.Value{}, false
	}
	to := len(v.Text()) - len(":root")
	from := to - len(fields[4])
	for _, h := range v.Holes() {
		inPartition := h.At >= len("arn:") && h.At <= len("arn:")+len(fields[1])
		if !inPartition && (h.At < from || h.At > to) {
			return policy.Value{}, false
		}
	}
	account = v.Slice(from, to)
	return account, !account.HasWildcard() && account.String() != ""
}

// wholeAccount returns the account if the value, as a principal, certainly
// stands for all of one: its root's ARN, or its 12 digits.
func wholeAccount(v policy.Value) (account policy.Value, ok bool) {
	if isAccount(v) {
		return v, true
	}
	return rootAccount(v)
}

// isAccount says whether the value certainly is 12 digits.
func isAccount(v policy.Value) bool {
	if text, known := v.Literal(); known {
		return len(text) == 12 && strings.Trim(text, "0123456789") == ""
	}
	return v.Text() == "" && len(v.Holes()) == 1 && v.Holes()[0].Form == policy.AccountForm
}

// allRoot says whether the list has values, and all of them certainly name the
// root of an account.
func allRoot(l policy.List) bool {
	for _, v := range l.Values {
		if _, ok := rootAccount(v); !ok {
			return false
		}
	}
	return len(l.Values) > 0 && !l.Open()
}
