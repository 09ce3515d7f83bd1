package access

// A textSet is a set of strings: those that one of the patterns matches, or
// none, within what the guard matches. All patterns are explorable.
type textSet struct {
	patterns []*Pattern
	read     reading  // what the patterns do with symbols
	not      bool     // those that none of the patterns matches
	guard    *Pattern // nil is any string
	mayGuard bool     // symbols may be what the guard matches
	empty    bool     // and the empty string
	all      bool     // all strings: there may be more patterns
	star     bool     // of resources: the "*" of actions without resources is in it
}

// A textDemand is one of the demands on a string: to be in a set, or not.
type textDemand struct {
	set *textSet
	out bool
}

// none says whether no string can meet the demand, without looking further.
func (d textDemand) none() bool {
	if d.set.all {
		return d.out
	}
	return len(d.set.patterns) == 0 && !d.set.empty && d.set.not == d.out && (d.set.guard == nil || !d.out)
}

// drives says whether what the patterns match is all that meets the demand.
func (d textDemand) drives() bool { return !d.out && !d.set.not && !d.set.all }

// before says whether it is better to go through the patterns of one demand than
// through another's: fewer ones, but those with symbols first, which a string that
// nothing is known of does not have.
func (d textDemand) before(other textDemand) bool {
	if s, t := d.set.symbolic(), other.set.symbolic(); s != t {
		return s
	}
	return len(d.set.patterns) < len(other.set.patterns)
}

// symbolic says whether one of the patterns has symbols that only they match.
func (s *textSet) symbolic() bool {
	return s.read == strictly && anyOf(s.patterns, func(p *Pattern) bool { return len(p.symbols) > 0 })
}

// A word is a string that was found: characters and symbols.
type word struct {
	tokens  []token
	symbols []symbol
	of      [][]token // of the patterns: [other] is none of their characters
}

// findText returns a string of the universe that meets all demands: Yes and the
// string, No if there is none, or Unknown.
func findText(demands []textDemand, universe *Pattern, left *int) (*word, Answer) {
	drivers := []*Pattern{universe}
	driver := -1
	for i, d := range demands {
		if d.none() {
			return nil, No
		}
		if d.drives() && !d.set.empty && (driver < 0 || d.before(demands[driver])) {
			drivers, driver = d.set.patterns, i
		}
	}
	answer := No
	for _, p := range drivers {
		if p.shape == all {
			p = universe
		}
		s := search{demands: demands, driver: driver, universe: universe, left: left}
		switch w, found := s.under(p); found {
		case Yes:
			return w, Yes
		case Unknown:
			answer = Unknown
		}
	}
	return nil, answer
}

// A search looks for a string among those that one pattern matches.
type search struct {
	demands  []textDemand
	driver   int // the demand that the pattern is of; -1 is none
	universe *Pattern
	left     *int

	qs    []*Pattern
	loose []reading
	owner []int // of each of qs: what it belongs to
	need  []int32
	needs uint64
	open  []int // demands that are not met by all that the pattern matches
}

// What patterns belong to: the demand i as 2i, and its guard as 2i+1. The empty
// pattern and the universe belong to none.
const (
	isEmpty    = -1
	isUniverse = -2
)

func (s *search) under(p *Pattern) (*word, Answer) {
	for i, d := range s.demands {
		if i == s.driver {
			continue
		}
		if !s.add(p, i, d) {
			return nil, No
		}
	}
	if s.driver >= 0 && !s.universe.plainly() && !s.universe.Covers(p) {
		s.append(s.universe, loosely, isUniverse, true)
	}
	if len(s.qs) == 0 {
		if !s.meets(nil) {
			return nil, No
		}
		return firstText(p), Yes
	}
	x := newExplorer(p, s.qs)
	x.loose, x.need, x.needs = s.loose, s.need, s.needs
	state := -1
	answer := x.run(s.left, func(accepted []int, at int) bool {
		if !s.meets(accepted) {
			return true
		}
		state = at
		return false
	})
	switch answer {
	case Yes: // all have been seen
		return nil, No
	case Unknown:
		return nil, Unknown
	}
	return x.found(state), Yes
}

// plainly says whether the pattern is any string, as far as characters go.
func (p *Pattern) plainly() bool {
	return p.shape == all || len(p.tokens) == 1 && p.tokens[0] == anyRun
}

// add adds what has to be compared with p to know which strings meet the demand.
// It returns false if none does.
func (s *search) add(p *Pattern, i int, d textDemand) bool {
	set := d.set
	if set.all {
		return !d.out
	}
	if set.guard != nil && !set.guard.Covers(p) {
		read := strictly
		if set.mayGuard {
			read = loosely
		}
		s.append(set.guard, read, 2*i+1, !d.out && !set.empty)
		s.open = append(s.open, i)
	}
	if set.empty {
		s.append(&Pattern{}, strictly, isEmpty, false)
	}
	near, covered := s.near(p, set)
	switch {
	case covered && set.guard == nil:
		return set.not == d.out
	case len(near) == 0 && set.guard == nil && !set.empty:
		return set.not != d.out
	}
	if covered {
		near = []*Pattern{everything()}
	}
	for _, q := range near {
		s.append(q, set.read, 2*i, false)
	}
	if !d.out && !set.not && !set.empty && set.guard == nil {
		s.needOne(len(near))
	}
	if len(s.open) == 0 || s.open[len(s.open)-1] != i {
		s.open = append(s.open, i)
	}
	return true
}

// near returns those patterns of the set that may match some of what p does,
// and whether one certainly matches all of it.
func (s *search) near(p *Pattern, set *textSet) (near []*Pattern, covered bool) {
	for _, q := range set.patterns {
		switch {
		case q.shape == all || q.anyCase == p.anyCase && (q.takes(p, s.left) == Yes || p.equal(q)):
			return nil, true
		case q.anyCase == p.anyCase && q.meets(p, s.left) == No:
			continue
		}
		near = append(near, q)
	}
	return near, false
}

func (s *search) append(q *Pattern, read reading, owner int, needed bool) {
	s.qs = append(s.qs, q)
	s.loose = append(s.loose, read)
	s.owner = append(s.owner, owner)
	s.need = append(s.need, -1)
	if needed {
		s.needOne(1)
	}
}

// needOne says that one of the last n patterns must match.
func (s *search) needOne(n int) {
	for bit := range maxNeeds {
		if s.needs&(1<<bit) != 0 {
			continue
		}
		s.needs |= 1 << bit
		for i := len(s.need) - n; i < len(s.need); i++ {
			s.need[i] = int32(bit)
		}
		return
	}
}

// meets says whether a string that these patterns match meets all demands.
func (s *search) meets(accepted []int) bool {
	matched := make(map[int]bool, len(accepted))
	for _, i := range accepted {
		matched[s.owner[i]] = true
	}
	for i, owner := range s.owner {
		if owner == isUniverse && !matched[s.owner[i]] {
			return false
		}
	}
	for _, i := range s.open {
		d := s.demands[i]
		guarded := d.set.guard == nil || matched[2*i+1] || !s.asks(2*i+1)
		in := guarded && matched[2*i] != d.set.not || d.set.empty && matched[isEmpty]
		if in == d.out {
			return false
		}
	}
	return true
}

// asks says whether a pattern of the owner is compared: what is not always
// matches.
func (s *search) asks(owner int) bool {
	for _, o := range s.owner {
		if o == owner {
			return true
		}
	}
	return false
}

// firstText returns a string that the pattern matches.
func firstText(p *Pattern) *word {
	w := &word{symbols: p.symbols, of: [][]token{p.tokens}}
	for _, t := range p.tokens {
		switch {
		case t.isRun():
		case t.isOne():
			w.tokens = append(w.tokens, other)
		default:
			w.tokens = append(w.tokens, t)
		}
	}
	return w
}

func (x *explorer) found(state int) *word {
	return &word{tokens: x.text(state), symbols: x.symbols, of: [][]token{x.word, x.flat}}
}

// has says whether a known string is in the set. Case counts as the patterns
// say.
func (s *textSet) has(text string) bool {
	if s.all || s.empty && text == "" {
		return true
	}
	if s.guard != nil && s.guard.matchesText(text) != Yes {
		return false
	}
	matched := false
	for _, p := range s.patterns {
		answer := p.matchesText(text)
		if answer == Yes || answer == Unknown && s.read != strictly {
			matched = true
			break
		}
	}
	return matched != s.not
}

func (p *Pattern) matchesText(text string) Answer { return p.matches(textPattern(text, p.anyCase)) }
