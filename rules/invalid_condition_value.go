package rules

import (
	"encoding/base64"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"github.com/iamlint/iamlint/access"
)

// InvalidConditionValue reports values that the operator cannot read.
var InvalidConditionValue = &Rule{
	Name: "invalid-condition-value",
	Kind: Error,
	Doc: `the value is not of the type that the operator compares

Bool and Null compare with true or false, numeric operators with numbers, date
operators with ISO 8601 dates, IpAddress with an address or a range in CIDR
notation, BinaryEquals with base64, ARN operators with ARNs. Any other value is
refused or never matches.`,
	Bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"Bool": {"aws:SecureTransport": «"yes"»}}}
  ]
}
`,
	Good: `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}
  ]
}
`,
	Run: invalidConditionValue,
}

func invalidConditionValue(pass *Pass) {
	for v := range pass.conditionValues() {
		if want := unreadableBy(v.op, v.value.Text()); want != "" {
			f := pass.Reportf(v.statement, v.value, "%q is not %s, as %s needs", v.value.Text(), want, v.entry.Operator.Text())
			f.Subject = v.value.Text()
		}
	}
}

// unreadableBy says what an operator needs where it cannot read the text; empty
// is that it can.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators".
func unreadableBy(op access.Operator, text string) string {
	switch op.Family {
	case access.BoolOperator, access.NullOperator:
		if !strings.EqualFold(text, "true") && !strings.EqualFold(text, "false") {
			return "true or false"
		}
	case access.NumericOperator:
		if !isNumber(text) {
			return "a number"
		}
	case access.DateOperator:
		if _, ok := readDate(text); !ok && !isNumber(text) {
			return "a date"
		}
	case access.AddressOperator:
		if _, ok := readRange(text); !ok {
			return "an IP address or range"
		}
	case access.BinaryOperator:
		if _, err := base64.StdEncoding.DecodeString(text); err != nil {
			return "base64"
		}
	case access.ARNOperator:
		if !strings.HasPrefix(text, "arn:") && !strings.HasPrefix(text, "*") && !strings.HasPrefix(text, "?") {
			return "an ARN"
		}
	}
	return ""
}

func isNumber(text string) bool {
	_, err := strconv.ParseFloat(text, 64)
	return err == nil && strings.Trim(text, "+-.0123456789") == ""
}

// readRange reads an address, or a range of them in CIDR notation.
func readRange(text string) (netip.Prefix, bool) {
	if p, err := netip.ParsePrefix(text); err == nil {
		return p, true
	}
	a, err := netip.ParseAddr(text)
	if err != nil || a.Zone() != "" {
		return netip.Prefix{}, false
	}
	return netip.PrefixFrom(a, a.BitLen()), true
}

// readDate reads a date as AWS takes it.
//
// Source: W3C, "Date and Time Formats".
func readDate(text string) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02", "2006-01", "2006"} {
		if at, err := time.Parse(layout, text); err == nil {
			return at, true
		}
	}
	return time.Time{}, false
}
