package access

import "strings"

// A callerKind is what sort of principal makes a request.
type callerKind uint8

const (
	anonymous callerKind = iota
	serviceCaller
	federatedCaller // somebody signed in with an identity provider, before a role is assumed
	rootCaller
	userCaller
	roleCaller          // some session of a role, of which the name is not known
	sessionCaller       // a session of a role
	federatedUserCaller // a session of a user: sts:GetFederationToken
)

// A caller is who makes a request.
type caller struct {
	kind      callerKind
	text      string // as the request has it
	partition string
	account   string // empty for those that have none
	name      string // of the user or role; no path
	path      string // of the user or role with its name: "ci/deploy"; of sessions as name
}

// parseCaller takes the principal of a request apart. Empty is a caller of whom
// nothing is known.
func parseCaller(text string) (caller, bool) {
	c := caller{text: text}
	f := arnFields(text)
	switch {
	case text == "*" || text == "anonymous":
		c.text = "*"
		return c, true
	case f == nil:
		c.kind = serviceCaller
		if !strings.HasSuffix(text, ".amazonaws.com") && !strings.HasSuffix(text, ".amazonaws.com.cn") {
			c.kind = federatedCaller
		}
		return c, strings.Contains(text, ".") && !strings.ContainsAny(text, "*? ")
	}
	c.partition, c.account = f[1], f[4]
	kind, rest, _ := strings.Cut(f[5], "/")
	c.path = rest
	c.name = rest[strings.LastIndexByte(rest, '/')+1:]
	switch f[2] + ":" + kind {
	case "iam:root":
		c.kind = rootCaller
	case "iam:user":
		c.kind = userCaller
	case "iam:role":
		c.kind = roleCaller
	case "iam:saml-provider", "iam:oidc-provider":
		c.kind = federatedCaller
	case "sts:assumed-role":
		c.kind = sessionCaller
		c.name, _, _ = strings.Cut(rest, "/")
		c.path = c.name
	case "sts:federated-user":
		c.kind = federatedUserCaller
	default:
		return c, false
	}
	return c, kind == "root" || c.name != ""
}

// isSession says whether the caller is a session of a role, known by name or not.
func (c caller) isSession() bool { return c.kind == roleCaller || c.kind == sessionCaller }

// hasIdentity says whether identity policies can allow the caller anything.
func (c caller) hasIdentity() bool {
	return c.kind == userCaller || c.isSession() || c.kind == federatedUserCaller
}

// isServiceLinked says whether the caller is a role that only a service can
// change: neither SCPs nor boundaries limit it.
func (c caller) isServiceLinked() bool {
	return c.isSession() && (strings.HasPrefix(c.path, "aws-service-role/") || strings.HasPrefix(c.name, "AWSServiceRoleFor"))
}

// A naming is how a Principal element names a caller. Which policies limit what
// it grants depends on that.
//
// Source: AWS IAM User Guide, "Policy evaluation logic", "Resource-based
// policies and implicit denies in other policy types".
type naming uint8

const (
	namedNot     naming = 0
	namedExactly naming = 1 << (iota - 1)
	namedAny            // "*"
	namedRole           // the role of which the caller is a session
	namedUser           // the user of which the caller is a federated session
	namedAccount        // the caller's whole account
)

// named returns how a value of a type names the caller.
//
// Source: AWS IAM User Guide, "AWS JSON policy elements: Principal".
func (c caller) named(kind, text string) naming {
	switch kind {
	case "AWS":
		return c.namedAWS(text)
	case "Service":
		if c.kind == serviceCaller && text == c.text {
			return namedExactly
		}
	case "Federated":
		if c.kind == federatedCaller && text == c.text {
			return namedExactly
		}
	}
	return namedNot
}

func (c caller) namedAWS(text string) naming {
	if text == "*" {
		return namedAny
	}
	if c.account == "" || c.kind == federatedCaller {
		return namedNot
	}
	if account, ok := wholeAccount(text); ok {
		if account == c.account {
			return namedAccount
		}
		return namedNot
	}
	f := arnFields(text)
	if f == nil || f[1] != c.partition || f[4] != c.account {
		return namedNot
	}
	kind, rest, _ := strings.Cut(f[5], "/")
	last := rest[strings.LastIndexByte(rest, '/')+1:]
	switch {
	case text == c.text && c.kind != roleCaller:
		return namedExactly
	case kind == "role" && c.kind == roleCaller && text == c.text, kind == "role" && c.kind == sessionCaller && strings.EqualFold(last, c.name):
		return namedRole
	case kind == "user" && c.kind == federatedUserCaller && last == c.name:
		return namedUser
	}
	return namedNot
}
