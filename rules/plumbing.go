package rules

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
)

//go:embed plumbing.txt
var plumbingText string

// plumbing is the data of plumbing.txt.
type plumbing struct {
	verbs     []string            // that names of any service start with
	byService map[string][]string // names, and starts of names with a *
}

var plumbingData = sync.OnceValue(func() *plumbing {
	p := &plumbing{byService: map[string][]string{}}
	for line := range dataLines(plumbingText) {
		service, name, _ := strings.Cut(line, ":")
		if service == "*" {
			p.verbs = append(p.verbs, strings.TrimSuffix(name, "*"))
		} else {
			p.byService[service] = append(p.byService[service], name)
		}
	}
	return p
})

// isPlumbing says whether every workload of some sort has the action on "*", so
// that no rule about breadth counts it.
func isPlumbing(a *catalog.Action) bool {
	p := plumbingData()
	if hasPrefixOf(a.Name, p.verbs) {
		return true
	}
	for _, name := range p.byService[a.Service().Prefix()] {
		start, isPattern := strings.CutSuffix(name, "*")
		if a.Name == name || isPattern && strings.HasPrefix(a.Name, start) {
			return true
		}
	}
	return false
}

func hasPrefixOf(text string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	return false
}
