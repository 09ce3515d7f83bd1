package rules

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
)

//go:embed plumbing.txt
var plumbingText string

// plumbing is the data of plumbing.txt, in lower case.
type plumbing struct {
	names    map[string]bool
	prefixes []string // of full names
	verbs    []string // of names of any service
}

var plumbingData = sync.OnceValue(func() *plumbing {
	p := &plumbing{names: map[string]bool{}}
	for line := range dataLines(strings.ToLower(plumbingText)) {
		start, isPattern := strings.CutSuffix(line, "*")
		verb, anyService := strings.CutPrefix(start, "*:")
		switch {
		case !isPattern:
			p.names[line] = true
		case anyService:
			p.verbs = append(p.verbs, verb)
		default:
			p.prefixes = append(p.prefixes, start)
		}
	}
	return p
})

// isPlumbing says whether every workload of some sort has the action on "*", so
// that no rule about breadth counts it.
func isPlumbing(a *catalog.Action) bool {
	p := plumbingData()
	name := strings.ToLower(a.Name)
	if hasPrefixOf(name, p.verbs) {
		return true
	}
	full := a.Service().Prefix() + ":" + name
	return p.names[full] || hasPrefixOf(full, p.prefixes)
}

func hasPrefixOf(text string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	return false
}
