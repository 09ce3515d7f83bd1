package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

const whiteSpace = " \t\r\n"

// hasOuterWhitespace says whether the value certainly starts or ends with white
// space.
func hasOuterWhitespace(v *policy.Value) bool {
	text, holes := v.Text(), v.Holes()
	if text == "" {
		return false
	}
	return isWhiteSpace(text[0]) && (len(holes) == 0 || holes[0].At > 0) ||
		isWhiteSpace(text[len(text)-1]) && (len(holes) == 0 || holes[len(holes)-1].At < len(text))
}

// withoutWhitespace returns the action without the white space in it. It is not
// ok if there is none, or if that is not what is wrong with it.
func withoutWhitespace(action *policy.Value) (text string, ok bool) {
	if !strings.ContainsAny(action.Text(), whiteSpace) {
		return "", false
	}
	text = strings.Join(strings.Fields(action.Text()), "")
	return text, text == "" || !action.Known() || hasActionFormat(policy.NewValue(policy.Span{}, text))
}

func isWhiteSpace(c byte) bool { return strings.IndexByte(whiteSpace, c) >= 0 }
