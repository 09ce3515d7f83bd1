package rules

import (
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// valueNames say what operators compare keys with.
var valueNames = map[access.OperatorFamily]string{
	access.NumericOperator: "number",
	access.DateOperator:    "date",
	access.BoolOperator:    "boolean",
	access.BinaryOperator:  "base64 text",
	access.AddressOperator: "IP address or range",
	access.ARNOperator:     "ARN",
	access.NullOperator:    "boolean",
}

// cannotTake says whether operators of the family certainly cannot compare
// anything with the value.
func cannotTake(f access.OperatorFamily, v *policy.Value) bool {
	if f == access.StringOperator {
		return false
	}
	if f == access.ARNOperator {
		return isNeverARN(v)
	}
	text, ok := literalValue(v)
	return ok && !canRead(f, text)
}

// canRead says whether the text is what operators of the family compare.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators".
func canRead(f access.OperatorFamily, text string) bool {
	switch f {
	case access.BoolOperator, access.NullOperator:
		return strings.EqualFold(text, "true") || strings.EqualFold(text, "false")
	case access.NumericOperator:
		return mayBeNumber(text)
	case access.DateOperator:
		_, ok := access.ParseDate(text)
		return ok
	case access.AddressOperator:
		_, ok := access.ParseRange(text)
		return ok
	case access.BinaryOperator:
		_, err := base64.StdEncoding.DecodeString(text)
		return err == nil
	}
	return true
}

// mayBeNumber says whether the text is an integer or a decimal number. That AWS
// refuses exponents is not certain.
func mayBeNumber(text string) bool {
	if strings.Trim(text, "+-.0123456789eE") != "" {
		return false // what Go also takes for numbers: Inf, 0x1p-2, 1_000
	}
	_, err := strconv.ParseFloat(text, 64)
	return err == nil
}

// isNeverARN says whether the value matches no ARN, whatever is not known of
// it: it starts as none does, or is a literal that ends too soon.
func isNeverARN(v *policy.Value) bool {
	start := fixedStart(v)
	if len(start) < len("arn:") {
		complete := len(start) == len(v.Text()) && v.Known()
		return complete || !strings.HasPrefix("arn:", start)
	}
	if !strings.HasPrefix(start, "arn:") {
		return true
	}
	return len(start) == len(v.Text()) && v.Known() && strings.Count(start, ":") < 5
}

// fixedStart returns the known text in front of the first hole, wildcard or
// variable.
func fixedStart(v *policy.Value) string {
	start := v.Prefix()
	if i := strings.IndexAny(start, "*?$&"); i >= 0 {
		return start[:i]
	}
	return start
}

// literalValue returns the text of a value that is known and has no variables,
// nor what was meant to be one.
func literalValue(v *policy.Value) (text string, ok bool) {
	text, ok = v.Literal()
	return text, ok && !strings.Contains(text, "${") && !strings.Contains(text, "&{")
}
