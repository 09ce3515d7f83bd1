package access

import (
	"slices"

	"github.com/iamlint/iamlint/policy"
)

// A principalSet is the set of callers that a Principal element is about, or
// that a NotPrincipal element is not about.
//
// In a policy on its own an account stands for everyone in it: whether its own
// policies allow them too is not asked.
type principalSet struct {
	names  []principalName
	anyone bool
	// anonymous says that callers without credentials are in it; with anyone they
	// are in any case.
	anonymous bool
	all       bool // there may be more, and they count
	not       bool
	read      reading
}

// A principalName is what an element says of one principal.
type principalName struct {
	kind, text string // "AWS", "arn:aws:iam::111122223333:role/app"
	hole       string // what is not known of it, if it is not; "" equals nothing
	unknown    bool
}

// newPrincipalSet returns the set of the statement's callers; nil if it has no
// such element and is about whoever has the policy.
func newPrincipalSet(s *policy.Statement, as side) *principalSet {
	p := s.Principal
	set := &principalSet{}
	if s.NotPrincipal.Present() {
		p, set.not = s.NotPrincipal, true
	} else if !p.Present() {
		return nil
	}
	set.read = as.reading(set.not)
	if p.Star != nil {
		set.add("AWS", *p.Star)
	}
	for _, group := range p.Sets {
		kind, known := group.Type.Literal()
		for _, v := range group.Values {
			if known {
				set.add(kind, v)
			}
		}
	}
	if p.Open() {
		switch {
		case as.over() && !set.not:
			set.all = true
		case !as.over() && set.not:
			return &principalSet{} // nobody for certain
		}
	}
	return set
}

func (s *principalSet) add(kind string, v policy.Value) {
	switch text, known := v.Literal(); {
	case kind == "AWS" && v.Is("*"):
		s.anyone = true
	case known:
		s.names = append(s.names, principalName{kind: kind, text: text})
	default:
		s.names = append(s.names, principalName{kind: kind, text: v.String(), hole: holeName(v), unknown: true})
	}
}

// holeName returns a name that is equal for values that certainly are the same;
// "" if that is never certain.
func holeName(v policy.Value) string {
	name := v.Shape()
	for _, h := range v.Holes() {
		if h.ID == "" {
			return ""
		}
		name += " " + h.ID
	}
	return name
}

// A who is somebody who may make a request.
type who struct {
	caller
	unknown principalName // set if it is one that is not known
	other   principalName // set if it is of a kind that is no caller, such as a canonical user
}

func (w who) String() string {
	switch {
	case w.unknown.unknown:
		return w.unknown.text
	case w.other.kind != "":
		return w.other.text
	}
	return w.caller.text
}

// has says whether the set has somebody.
func (s *principalSet) has(w who) bool {
	named := s.anyone || s.all || s.anonymous && w.kind == anonymous && w.text == "*" || slices.ContainsFunc(s.names, func(n principalName) bool {
		switch {
		case w.other.kind != "":
			return n == w.other
		case w.unknown.unknown && n == w.unknown && n.hole != "":
			return true
		case w.unknown.unknown || n.unknown: // may be the same
			return s.read != strictly
		}
		return w.caller.named(n.kind, n.text) != namedNot
	})
	return named != s.not
}

// A principalDemand is one of the demands on who asks: to be in a set, or not.
type principalDemand struct {
	set *principalSet
	out bool
}

// findPrincipal returns somebody who meets all demands. Everybody is in the same
// sets as one of those who are tried: the sets are of names, accounts, and all.
func findPrincipal(demands []principalDemand) (who, bool) {
	var names []principalName
	for _, d := range demands {
		names = append(names, d.set.names...)
	}
	for w := range somebody(names) {
		if !anyOf(demands, func(d principalDemand) bool { return d.set.has(w) == d.out }) {
			return w, true
		}
	}
	return who{}, false
}

// What nobody's policies name.
const (
	strangerAccount = "999988887777"
	strangerName    = "somebody"

	strangerOrganization = "o-somebodyelse"
)

// somebody goes through callers of whom each set of the names has one, and each
// set of those that are not named.
func somebody(names []principalName) func(yield func(who) bool) {
	return func(yield func(who) bool) {
		seen := map[string]bool{}
		try := func(text string) bool {
			if seen[text] {
				return true
			}
			seen[text] = true
			c, ok := parseCaller(text)
			return !ok || yield(who{caller: c})
		}
		if !try("*") {
			return
		}
		for _, n := range names {
			if !n.each(try, yield) {
				return
			}
		}
		for _, n := range names {
			if !n.around(try) {
				return
			}
		}
		for _, text := range []string{
			"arn:aws:iam::" + strangerAccount + ":user/" + strangerName,
			"arn:aws:sts::" + strangerAccount + ":assumed-role/" + strangerName + "/" + strangerName,
			strangerName + ".amazonaws.com", strangerName + ".example.com",
		} {
			if !try(text) {
				return
			}
		}
	}
}

// each tries who the name itself is.
func (n principalName) each(try func(string) bool, yield func(who) bool) bool {
	switch account, isAccount := wholeAccount(n.text); {
	case n.unknown:
		return yield(who{unknown: n})
	case n.kind != "AWS" && n.kind != "Service" && n.kind != "Federated":
		return yield(who{other: n})
	case isAccount:
		return try(accountRoot(account))
	}
	return try(n.text)
}

// around tries others in the same account, and those who act for the principal.
func (n principalName) around(try func(string) bool) bool {
	if n.unknown || n.kind != "AWS" {
		return true
	}
	c, ok := parseCaller(n.text)
	account := c.account
	if a, isAccount := wholeAccount(n.text); isAccount {
		account, ok = a, false
	}
	if ok && c.isSession() && !try("arn:"+c.partition+":sts::"+account+":assumed-role/"+c.name+"/"+strangerName) {
		return false
	}
	if ok && c.kind == userCaller && !try("arn:"+c.partition+":sts::"+account+":federated-user/"+c.name) {
		return false
	}
	return account == "" ||
		try("arn:aws:iam::"+account+":user/"+strangerName) &&
			try("arn:aws:sts::"+account+":assumed-role/"+strangerName+"/"+strangerName)
}
