package access

// separate finds the fields of an ARN and limits their wildcards to them. In
// front of the last one case does not count if anyCase is set.
func (p *Pattern) separate(anyCase bool) {
	if allRuns(p.tokens) {
		p.tokens, p.shape = append(p.tokens[:0], anyRun), all
		return
	}
	colons := 0
	for i, t := range p.tokens {
		switch {
		case t == ':':
			if colons++; colons == 5 {
				p.shape = arn
				limit(p.tokens[:i], anyCase)
				return
			}
		case t.isSymbol() && !p.symbols[t.index()].safe:
			p.shape = p.open(i)
			return
		}
	}
	p.shape = unclear
}

// limit keeps wildcards within fields, and folds case if it does not count.
func limit(tokens []token, anyCase bool) {
	for i, t := range tokens {
		switch t {
		case anyRun:
			tokens[i] = fieldRun
		case anyOne:
			tokens[i] = fieldOne
		default:
			if anyCase {
				tokens[i] = fold(t)
			}
		}
	}
}

// open returns the shape of a pattern whose i'th token may hold colons that
// separate fields. If there is none after it, and no wildcard before, all
// wildcards are in one field, whichever it is.
func (p *Pattern) open(i int) shape {
	for j, t := range p.tokens {
		if j < i && (t.isRun() || t.isOne()) || j > i && (t == ':' || t.isSymbol() && !p.symbols[t.index()].safe) {
			return unclear
		}
	}
	return tail
}

// literalResource returns the resource of a request as a pattern. All
// characters are themselves.
func literalResource(text string) *Pattern {
	p := &Pattern{tokens: literalTokens(text), shape: plain}
	colons := 0
	for i, t := range p.tokens {
		if t == ':' {
			colons++
		}
		if colons < 5 {
			p.tokens[i] = fold(t)
		}
	}
	return p
}

// literalAction returns the action of a request as a pattern.
func literalAction(text string) *Pattern {
	p := &Pattern{tokens: literalTokens(text), shape: plain}
	for i, t := range p.tokens {
		p.tokens[i] = fold(t)
	}
	return p
}
