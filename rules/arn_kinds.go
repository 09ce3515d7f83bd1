package rules

import (
	"strings"
	"sync"

	"github.com/iamlint/iamlint/catalog"
)

// An arnKind is one format of the ARNs that have some service as their third
// field.
type arnKind struct {
	format          string // "arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"
	region, account string // as in the format: empty if ARNs have none
	resource        string
	starts          []string // what may be the start of the resource; see [startsOf]
}

// arnKindsByService remembers what [arnKinds] has returned. Only services that
// exist are in it.
var arnKindsByService = struct {
	sync.RWMutex
	kinds map[string][]arnKind
}{kinds: map[string][]arnKind{}}

// arnKinds returns the kinds of ARNs that the service has, none if it is not
// known or has no resources.
func arnKinds(c *catalog.Catalog, service string) []arnKind {
	known := &arnKindsByService
	known.RLock()
	kinds, ok := known.kinds[service]
	known.RUnlock()
	if ok {
		return kinds
	}
	for _, s := range c.ARNServices(service) {
		for _, t := range s.ResourceTypes() {
			for _, format := range t.ARNs {
				if fields := strings.SplitN(format, ":", 6); len(fields) == 6 && fields[2] == service {
					kinds = append(kinds, arnKind{format, fields[3], fields[4], fields[5], startsOf(fields[5])})
				}
			}
		}
	}
	if kinds != nil {
		known.Lock()
		known.kinds[strings.Clone(service)] = kinds // not to keep the file
		known.Unlock()
	}
	return kinds
}

// startsOf returns the known start of a resource, and of what stands behind the
// colons in that: more than one if it starts like log-group:NAME. A resource that
// does not vary has itself as its start, with nothing behind it.
func startsOf(resource string) []string {
	start, _, varies := cutVarying(resource)
	if !varies {
		start += endOfResource
	}
	starts := []string{start}
	for {
		_, behind, ok := strings.Cut(start, ":")
		if !ok {
			return starts
		}
		start = behind
		starts = append(starts, start)
	}
}

// endOfResource stands in no ARN.
const endOfResource = "\x00"

// cutVarying returns what stands in front of the first part that may be
// anything: a wildcard, or a part of a format or a policy variable. It does not
// vary if there is none.
func cutVarying(text string) (start, rest string, varies bool) {
	for i := range len(text) {
		if c := text[i]; c == '*' || c == '?' || c == '$' && strings.HasPrefix(text[i:], "${") {
			return text[:i], text[i:], true
		}
	}
	return text, "", false
}
