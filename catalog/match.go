package catalog

import (
	"slices"
	"sort"
	"strings"
)

// matchFold says whether the pattern matches the whole name, in any case: "*"
// stands for any run of bytes, "?" for exactly one. When a byte does not fit,
// only the last "*" need take one more: what an earlier one could take instead
// is a subset. So the time is at most the product of the lengths.
func matchFold(pattern, name string) bool {
	p, n := 0, 0
	star, from := -1, 0 // the last "*", and where in name it stopped
	for n < len(name) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, from = p, n
			p++
		case p < len(pattern) && (pattern[p] == '?' || lower(pattern[p]) == lower(name[n])):
			p++
			n++
		case star >= 0:
			from++
			p, n = star+1, from
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

// oneStar writes each run of "*" as one, so that a pattern is not much longer
// than the names it matches.
func oneStar(pattern string) string {
	for strings.Contains(pattern, "**") {
		pattern = strings.ReplaceAll(pattern, "**", "*")
	}
	return pattern
}

// Match returns the actions whose name the pattern matches, sorted by name.
// "*" stands for any run of characters and "?" for exactly one; case does not
// matter.
func (s *Service) Match(pattern string) []*Action { return s.AppendMatch(nil, pattern) }

// AppendMatch appends to list what [Service.Match] returns.
func (s *Service) AppendMatch(list []*Action, pattern string) []*Action {
	return s.appendMatch(list, oneStar(pattern))
}

// MatchAny says whether the pattern matches any action, as [Service.Match] does.
func (s *Service) MatchAny(pattern string) bool { return s.matchAny(oneStar(pattern)) }

// appendMatch is AppendMatch for what oneStar returned.
func (s *Service) appendMatch(list []*Action, pattern string) []*Action {
	candidates, n, rest := s.candidates(pattern)
	if rest == "*" {
		list = slices.Grow(list, len(candidates))
	}
	letters := lettersOf(rest)
	for i := range candidates {
		if rest == "*" || candidates[i].letters.has(letters) && matchFold(rest, candidates[i].Name[n:]) {
			list = append(list, &candidates[i])
		}
	}
	return list
}

// matchAny is MatchAny for what oneStar returned.
func (s *Service) matchAny(pattern string) bool {
	candidates, n, rest := s.candidates(pattern)
	if rest == "*" {
		return len(candidates) > 0
	}
	letters := lettersOf(rest)
	for i := range candidates {
		if candidates[i].letters.has(letters) && matchFold(rest, candidates[i].Name[n:]) {
			return true
		}
	}
	return false
}

// candidates returns the actions that start as the pattern does before its
// first wildcard, the length of that start, and what of the pattern follows.
func (s *Service) candidates(pattern string) (list []Action, n int, rest string) {
	n = strings.IndexAny(pattern, "*?")
	if n < 0 {
		n = len(pattern)
	}
	start := pattern[:n]
	list = s.Actions()
	from := sort.Search(len(list), func(i int) bool { return startOrder(list[i].Name, start) >= 0 })
	list = list[from:]
	to := sort.Search(len(list), func(i int) bool { return startOrder(list[i].Name, start) > 0 })
	return list[:to], n, pattern[n:]
}

// startOrder compares as much of the name as start is long.
func startOrder(name, start string) int {
	return compareFold(name[:min(len(name), len(start))], start)
}
