package rules

import (
	"iter"
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

// mayBeOf says whether ARNs of the kind may have the resource, as far as can be
// told from how they start.
func (r *listedResource) mayBeOf(k *arnKind) bool {
	return r.mayStart(arnResource, k.starts[0])
}

// mayStart says whether the text from a field to the end may start like this.
func (r *listedResource) mayStart(from arnField, start string) bool {
	at := r.arn.start[from]
	text, _, varies := cutVarying(r.value.Text()[at:])
	for _, h := range r.value.Holes() {
		if h.At >= at && h.At <= at+len(text) {
			text, varies = text[:h.At-at], true
			break
		}
	}
	if varies {
		return strings.HasPrefix(text, start) || strings.HasPrefix(start, text)
	}
	start, whole := strings.CutSuffix(start, endOfResource)
	return strings.HasPrefix(text, start) && (!whole || text == start)
}

// kindsOf goes through the kinds of ARNs that the resource may be.
func (p *Pass) kindsOf(r *listedResource) iter.Seq[*arnKind] {
	return func(yield func(*arnKind) bool) {
		kinds := arnKinds(p.Catalog, r.arn.text(arnService))
		for i := range kinds {
			if r.mayBeOf(&kinds[i]) && !yield(&kinds[i]) {
				return
			}
		}
	}
}

// listedARNs goes through the resources that are ARNs whose first five fields
// are written in the policy: they hold no policy variable, which AWS does not
// put in there, nor what another program fills in, such as {{account}}.
func (p *Pass) listedARNs() iter.Seq[*listedResource] {
	return func(yield func(*listedResource) bool) {
		all := p.resources()
		for i := range all {
			r := &all[i]
			if r.isARN && !isTemplate(r.value.Text()[:r.arn.start[arnResource]]) && !yield(r) {
				return
			}
		}
	}
}

// isTemplate says whether a text has parts that something is to be put in for.
func isTemplate(text string) bool {
	return strings.IndexByte(text, '{') >= 0 || strings.Contains(text, "<%")
}

// everyKind says whether all kinds of ARNs that the resource may be are like
// this, and returns the one to show.
func (p *Pass) everyKind(r *listedResource, is func(*arnKind) bool) *arnKind {
	var shown *arnKind
	for k := range p.kindsOf(r) {
		if !is(k) {
			return nil
		}
		if shown == nil || r.nearness(k) > r.nearness(shown) {
			shown = k
		}
	}
	return shown
}

// nearness says how much like ARNs of the kind the resource looks.
func (r *listedResource) nearness(k *arnKind) int {
	text, start := r.arn.text(arnResource), k.starts[0]
	n := 0
	for n < min(len(text), len(start)) && text[n] == start[n] {
		n++
	}
	if strings.Count(k.resource, "/") == strings.Count(text, "/") {
		return 2*n + 1
	}
	return 2 * n
}
