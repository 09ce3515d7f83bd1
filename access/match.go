package access

// maxSteps bounds the work of one question; over it, the answer is Unknown. A
// step is a token compared, or a state looked at.
const maxSteps = 200_000

// stateSteps is what a state of an automaton counts as.
const stateSteps = 10

// takes says whether q's tokens take p's tokens one after another: a character
// and a symbol take themselves, ? takes a character or ?, and * takes any
// number of tokens, wildcards included. Then q matches whatever p matches.
//
// The converse holds too if q has no ? and neither has symbols: think of a
// string that p matches in which every wildcard of p is a character that q
// does not name.
//
// When a token does not fit, only the last * need take one more: what an
// earlier one could take instead is a subset.
func (q *Pattern) takes(p *Pattern, left *int) Answer {
	if *left--; *left < 0 {
		return Unknown
	}
	if q.lastApart(p) {
		return No
	}
	i, j := 0, 0
	star, from := -1, 0 // the last * of q, and where in p it stopped
	for i < len(p.tokens) {
		if *left--; *left < 0 {
			return Unknown
		}
		switch {
		case j < len(q.tokens) && q.tokens[j].isRun():
			star, from = j, i
			j++
		case j < len(q.tokens) && q.fits(q.tokens[j], p, p.tokens[i]):
			i, j = i+1, j+1
		case star >= 0 && absorbs(q.tokens[star], p, p.tokens[from]):
			from++
			i, j = from, star+1
		default:
			return No
		}
	}
	for j < len(q.tokens) && q.tokens[j].isRun() {
		j++
	}
	if j == len(q.tokens) {
		return Yes
	}
	return No
}

// lastApart says whether the last fields of two ARNs begin with different
// letters. Most ARNs of a list differ there, and not before.
func (q *Pattern) lastApart(p *Pattern) bool {
	if q.last == 0 || p.last == 0 {
		return false
	}
	for i, j := q.last, p.last; i < len(q.tokens) && q.tokens[i] >= 0; i, j = i+1, j+1 {
		if j == len(p.tokens) || p.tokens[j] != q.tokens[i] {
			return true
		}
	}
	return false
}

// fits says whether u, a token of q that stands for one character or a symbol,
// takes the token t of p.
func (q *Pattern) fits(u token, p *Pattern, t token) bool {
	switch u {
	case anyOne:
		return t >= 0 || t == other || t.isOne()
	case fieldOne:
		return t >= 0 && t != ':' || t == other || t == fieldOne
	}
	return q.same(u, p, t)
}

// absorbs says whether the wildcard run takes the token t of p.
func absorbs(run token, p *Pattern, t token) bool {
	if run == anyRun {
		return true
	}
	return t != ':' && t != anyRun && t != anyOne && (!t.isSymbol() || p.symbols[t.index()].safe)
}

// matches says whether the pattern matches a string, given as a literal.
func (p *Pattern) matches(literal *Pattern) Answer {
	left := maxSteps
	switch {
	case p.nothing:
		return No
	case p.shape == all:
		return Yes
	case p.shape == unclear && len(p.symbols) == 0:
		return unclearMatch(p, literal)
	case p.shape == unclear:
		return Unknown
	}
	answer := p.takes(literal, &left)
	if answer == No && len(p.symbols) > 0 && p.widened().takes(literal, &left) != No {
		return Unknown
	}
	return answer
}

// unclearMatch matches a known resource that is no ARN of six fields. AWS does
// not document what such a one stands for; that it does not stand for the "*"
// of actions without resources has been observed.
func unclearMatch(p, literal *Pattern) Answer {
	left := maxSteps
	switch {
	case !p.wild() && p.takes(literal, &left) == Yes:
		return Yes
	case len(literal.tokens) == 1 && literal.tokens[0] == '*':
		return No
	}
	return Unknown
}

// MatchesAction says whether the pattern of actions matches one, given by its
// full name.
func (p *Pattern) MatchesAction(name string) Answer { return p.matches(literalAction(name)) }

// MatchesResource says whether the pattern of resources matches an ARN, or the
// "*" that actions without resources have.
func (p *Pattern) MatchesResource(arn string) Answer { return p.matches(literalResource(arn)) }
