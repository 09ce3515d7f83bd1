package rules

import (
	"iter"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// mayBeOf says whether ARNs of the kind may have the resource, as far as can be
// told from how they start.
func (r *listedResource) mayBeOf(k *arnKind) bool {
	return r.mayStart(arnResource, k.starts[0])
}

// mayStart says whether the text from a field to the end may start like this.
func (r *listedResource) mayStart(from arnField, start string) bool {
	text, varies := r.literalStart(from)
	if varies {
		return strings.HasPrefix(text, start) || strings.HasPrefix(start, text)
	}
	start, whole := strings.CutSuffix(start, endOfResource)
	return strings.HasPrefix(text, start) && (!whole || text == start)
}

// literalStart returns the text from a field on, up to what is not literal, if
// anything is not.
func (r *listedResource) literalStart(from arnField) (text string, varies bool) {
	at := r.arn.start[from]
	text, _, varies = cutVarying(r.value.Text()[at:])
	for _, h := range r.value.Holes() {
		if h.At >= at && h.At <= at+len(text) {
			return text[:h.At-at], true
		}
	}
	return text, varies
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

// mayBeFilledIn says whether the value is in a document of which it is not known
// that it is used as it is, and has such a part.
func (p *Pass) mayBeFilledIn(v *policy.Value) bool {
	return len(p.Policy.Uses) == 0 && isTemplate(v.Text())
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
