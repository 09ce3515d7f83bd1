package access

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// matchesPrincipal says whether the statement is about the one who asks.
// Whoever has an identity policy is meant by each of its statements.
func (e *evaluation) matchesPrincipal(s *policy.Statement) Answer {
	switch {
	case s.NotPrincipal.Present():
		return Unknown // who is spared depends on more than what it names
	case !s.Principal.Present():
		if e.doc.Kind.Is(policy.Resource | policy.Trust) {
			return No
		}
		return Yes
	case e.principal == "":
		return Unknown
	}
	p := s.Principal
	answer := No
	if p.Open() {
		answer = Unknown
	}
	if p.Star != nil {
		answer = answer.or(e.isPrincipal("AWS", *p.Star))
	}
	for _, set := range p.Sets {
		kind, _ := set.Type.Literal()
		for _, v := range set.Values {
			answer = answer.or(e.isPrincipal(kind, v))
		}
	}
	return answer
}

// isPrincipal says whether a value of the type stands for the one who asks.
//
// Source: AWS IAM User Guide, "AWS JSON policy elements: Principal".
func (e *evaluation) isPrincipal(kind string, v policy.Value) Answer {
	text, known := v.Literal()
	switch {
	case kind == "AWS" && v.Is("*"):
		return Yes
	case !known:
		return Unknown
	case text == e.principal:
		return Yes
	case kind != "AWS":
		return No
	}
	return answerIf(isWithin(e.principal, text))
}

// isWithin says whether somebody, given by an ARN, belongs to an account, or is
// a session of a role.
func isWithin(arn, whole string) bool {
	who := arnFields(arn)
	if who == nil {
		return false
	}
	if account, ok := wholeAccount(whole); ok {
		return account == who[4]
	}
	return isSession(who, arnFields(whole))
}

func accountRoot(account string) string { return "arn:aws:iam::" + account + ":root" }

func answerIf(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}

// arnFields returns the six fields of an ARN, or nil.
func arnFields(text string) []string {
	fields := strings.SplitN(text, ":", 6)
	if len(fields) < 6 || fields[0] != "arn" {
		return nil
	}
	return fields
}

// wholeAccount returns the account that a principal stands for all of: given
// by its number, or as its root.
func wholeAccount(text string) (account string, ok bool) {
	if len(text) == 12 && strings.Trim(text, "0123456789") == "" {
		return text, true
	}
	if f := arnFields(text); f != nil && f[2] == "iam" && f[5] == "root" {
		return f[4], true
	}
	return "", false
}

// isSession says whether one ARN is of a session of the role that the other is
// of. That of a session does not have the role's path.
func isSession(session, role []string) bool {
	if role == nil || session[1] != role[1] || session[2] != "sts" || role[2] != "iam" || session[4] != role[4] {
		return false
	}
	kind, rest, _ := strings.Cut(session[5], "/")
	name, _, _ := strings.Cut(rest, "/")
	return kind == "assumed-role" && strings.HasPrefix(role[5], "role/") &&
		strings.EqualFold(name, role[5][strings.LastIndexByte(role[5], '/')+1:])
}
