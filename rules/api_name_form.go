package rules

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/iamlint/iamlint/policy"
)

// longestName is how many characters names may have, by resource type.
//
// Source: AWS's service model of IAM (botocore 1.43.11), as all of this file.
var longestName = map[string]int{
	"aws_iam_role": 64, "aws_iam_user": 64, "aws_iam_group": 128, "aws_iam_policy": 128, "aws_iam_instance_profile": 128,
	"aws_iam_role_policy": 128, "aws_iam_user_policy": 128, "aws_iam_group_policy": 128,
}

const (
	namePrefixAdds   = 26 // characters that Terraform puts behind a name_prefix
	longestPath      = 512
	longestText      = 1000
	shortestSession  = 3600
	longestSession   = 43200
	nameCharacters   = "+=,.@-_"
	quotedCharacters = "letters, digits and + = , . @ - _"
)

// refusal returns why IAM certainly does not take the argument; nothing if it
// may.
func refusal(a *policy.Argument) string {
	text := a.Value.Text()
	switch a.Name {
	case "name":
		return nameRefusal(&a.Value, longestName[a.Type])
	case "name_prefix":
		return nameRefusal(&a.Value, longestName[a.Type]-namePrefixAdds)
	case "path":
		return pathRefusal(a)
	case "description":
		if i := strings.IndexFunc(text, notInDescription); i >= 0 && a.Type == "aws_iam_role" {
			r, _ := utf8.DecodeRuneInString(text[i:])
			return "has the character " + characterInWords(r)
		}
		return tooLong(&a.Value, longestText)
	case "max_session_duration":
		n, err := strconv.Atoi(text)
		if err == nil && a.Value.Known() && (n < shortestSession || n > longestSession) {
			return fmt.Sprintf("is not between %s and %s seconds", grouped(shortestSession), grouped(longestSession))
		}
	}
	return ""
}

func nameRefusal(name *policy.Value, longest int) string {
	if hasOther(name.Text(), nameCharacters) {
		return "may have only " + quotedCharacters
	}
	return tooLong(name, longest)
}

func tooLong(v *policy.Value, longest int) string {
	n := utf8.RuneCountInString(v.Text())
	if n <= longest {
		return ""
	}
	size := policySize{atLeast: !v.Known()}
	return fmt.Sprintf("has %s characters, limit %s", size.inWords(n), grouped(longest))
}

// notInDescription says whether the description of a role cannot have the
// character.
func notInDescription(r rune) bool {
	return r != '\t' && r != '\n' && r != '\r' && (r < ' ' || r > '~' && r < '\u00a1' || r > '\u00ff')
}

func pathRefusal(a *policy.Argument) string {
	v := &a.Value
	text, holes := v.Text(), v.Holes()
	starts := text == "" || text[0] == '/' || len(holes) > 0 && holes[0].At == 0
	ends := text == "" || text[len(text)-1] == '/' || len(holes) > 0 && holes[len(holes)-1].At == len(text)
	switch {
	case text == "":
		return ""
	case !starts || !ends:
		return "does not start and end with a slash"
	case a.Type == "aws_iam_policy" && hasOther(text, "/"+nameCharacters):
		return "may have only slashes, " + quotedCharacters
	case strings.IndexFunc(text, func(r rune) bool { return r < '!' || r > '~' }) >= 0:
		return "may have only characters from U+0021 to U+007E"
	}
	return tooLong(v, longestPath)
}
