package rules

// checkSize reports the policy if it is larger than the quota.
func (p *Pass) checkSize(q quota) bool {
	size, ok := p.exceeds(q)
	if !ok {
		return false
	}
	f := p.Reportf(nil, p.Policy.Head, "%s of %s %s", size, grouped(q.limit), q.counts)
	if p.size().counted[q.counts] <= q.most {
		f.As(Warning, 0) // the account may have more
	}
	return true
}

// exceeds says whether the policy is certainly larger than the quota, and how
// large it is, in words.
func (p *Pass) exceeds(q quota) (size string, ok bool) {
	if !isLong(p.Policy, q.limit) {
		return "", false
	}
	z := p.size()
	if n := z.counted[q.counts]; n > q.limit {
		return z.inWords(n), true
	}
	return "", false
}
