package jsondoc

import (
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/iamlint/iamlint/parse/internal/grammar"
	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// A search goes through JSON for policies, and makes nodes of nothing else.
type search struct {
	*reader
	path     []string // of the value at hand: names and indices
	found    []found
	problems []source.Problem
	foreign  bool        // the file is another tool's, whose policies mean more than their text
	summary  policy.Kind // of the policy of an organization that was described last
}

// A found policy is in a member of an object, or is the whole text.
type found struct {
	doc   *policy.Document
	depth int    // of the path
	key   string // the name of the member
}

// A site is a place where a value stands.
type site struct {
	key    string // the name of the member it is, or is in a list in
	policy bool   // it may be a policy
	depth  int
}

// maxSearch is how deep policies are looked for.
const maxSearch = 32

// look looks at the next value.
func (s *search) look(at site) {
	switch c := s.dec.PeekKind(); {
	case at.depth > maxSearch:
		s.skip()
	case c == '{':
		s.lookAtObject(at)
	case c == '[':
		s.lookAtList(at)
	case c == '"' && at.policy:
		s.encoded(at)
	default:
		s.skip()
	}
}

func (s *search) skip() {
	if s.dec.SkipValue() != nil {
		s.fail()
	}
}

func (s *search) lookAtList(at site) {
	s.token()
	at.depth++
	for i := 0; s.more(']'); i++ {
		s.path = append(s.path, strconv.Itoa(i))
		s.look(at)
		s.path = s.path[:len(s.path)-1]
	}
	s.token()
}

// lookAtObject looks whether an object is a policy, and else, what is in it.
// Most policies start with an element of policies, and are read only once.
func (s *search) lookAtObject(at site) {
	from := s.next()
	if !at.policy || !startsPolicy(s.text[from:]) {
		s.members(at, from)
		return
	}
	if !s.policy(at) && s.failed == nil {
		at.policy = false
		s.again(from, func() { s.members(at, from) })
	}
}

// next returns where the next token starts.
func (s *search) next() int {
	at := s.offset()
	return at + len(s.text[at:]) - len(strings.TrimLeft(s.text[at:], spaces+",:"))
}

// again reads once more what has been read since a byte of the text.
func (s *search) again(from int, read func()) {
	dec, shift, to := s.dec, s.shift, s.offset()
	s.dec = &jsontext.Decoder{}
	s.open(from, to)
	read()
	s.dec, s.shift = dec, shift
}

// policy reads the next value, and says whether it is a policy.
func (s *search) policy(at site) bool {
	defer s.reset()
	s.count, s.coded = 0, 0
	n := s.value()
	if s.failed != nil || !isPolicy(&n) {
		return false
	}
	s.add(at, &n, Syntax{})
	return true
}

func (s *search) add(at site, n *tree.Node, syntax policy.Syntax) {
	d := grammar.Document(n)
	d.Syntax = syntax
	d.Name = pointer(s.path)
	s.found = append(s.found, found{d, len(s.path), at.key})
}

// members looks at the members of the object that starts at a byte of the text.
func (s *search) members(at site, from int) {
	var facts facts
	first, announced := len(s.found), false
	s.token()
	for s.more('}') {
		name, _ := s.name()
		key := name.Text()
		announced = announced || at.policy && announces(key, s.text[s.next():])
		s.path = append(s.path, key)
		s.member(at, key, &facts)
		s.path = s.path[:len(s.path)-1]
	}
	if s.token(); s.failed != nil {
		return
	}
	s.settle(at, first, &facts)
	if announced {
		s.again(from, func() {
			inside := s.found[first:]
			s.found = s.found[:first:first]
			if !s.policy(at) {
				s.found = append(s.found, inside...)
			}
		})
	}
}

// member looks at the value of a member.
func (s *search) member(in site, key string, facts *facts) {
	if key == "InstanceProfileList" {
		s.skip() // its roles are in the account's list of roles
		return
	}
	fact := factOf(key)
	if c := s.dec.PeekKind(); fact == nil || c == '{' || c == '[' {
		s.look(site{key: key, policy: isWrapper(key) || key == "Options" && in.key == "AccessPolicies", depth: in.depth + 1})
		return
	}
	if from, to, _ := s.raw(); s.failed == nil {
		fact(facts, s.text[from:to])
	}
}

// pointer returns the JSON pointer of a path.
func pointer(path []string) string {
	var b strings.Builder
	for _, name := range path {
		b.WriteByte('/')
		b.WriteString(pointerEscapes.Replace(name))
	}
	return b.String()
}

var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")
