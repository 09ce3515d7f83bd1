package terraform

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/policy"
)

// A site is an attribute that may hold a policy.
type site struct {
	block  *block
	holder holder
	scope  *scope
	expr   hclsyntax.Expression
	index  int  // of the nested block
	guess  bool // found by name: only what certainly is a policy is one
}

// sites returns the attributes of a resource that hold, or may hold, a policy.
func (in *instance) sites(b *block) []site {
	var all []site
	rows, known := holders()[b.kind()]
	for _, h := range rows {
		if !h.none {
			all = append(all, in.sitesOf(b, h)...)
		}
	}
	for _, name := range sortedNames(b.Body.Attributes) {
		h, listed := rowOf(rows, name)
		switch {
		case listed && h.none:
			all = append(all, site{block: b, holder: holder{attribute: name, none: true}, scope: in.in(b, element{}), expr: b.attribute(name).Expr})
		case !known && policyName(name):
			all = append(all, site{block: b, holder: holder{attribute: name}, scope: in.in(b, element{}), expr: b.attribute(name).Expr, guess: true})
		}
	}
	return all
}

// rowOf returns the row that says something of an attribute.
func rowOf(rows []holder, attribute string) (holder, bool) {
	for _, h := range rows {
		if h.block == "" && (h.attribute == attribute || h.attribute == "*" && policyName(attribute)) {
			return h, true
		}
	}
	return holder{}, false
}

func (in *instance) sitesOf(b *block, h holder) []site {
	s := in.in(b, element{})
	if h.block == "" {
		if a := b.attribute(h.attribute); a != nil {
			return []site{{block: b, holder: h, scope: s, expr: a.Expr}}
		}
		return nil
	}
	var all []site
	for i, x := range s.blocks(b.Body, h.block) {
		if a := x.body.Attributes[h.attribute]; a != nil {
			all = append(all, site{block: b, holder: h, scope: x.scope, expr: a.Expr, index: i})
		}
	}
	return all
}

func sortedNames(attributes hclsyntax.Attributes) []string {
	names := make([]string, 0, len(attributes))
	for name := range attributes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// use returns the site as a use of a policy.
func (st site) use() policy.Use {
	return policy.Use{
		Address: st.scope.qualified(st.block), Attribute: st.holder.path(), Span: st.scope.span(st.expr.Range()),
	}
}

// place returns the attribute with the number of its block, to tell policies
// of one resource apart.
func (st site) place() string {
	if st.holder.block == "" {
		return st.holder.attribute
	}
	return st.holder.block + "[" + strconv.Itoa(st.index) + "]"
}

// A find is a policy at a site, with the address of the instance if it is not
// the same for all instances.
type find struct {
	*policy.Document
	address string
}

// documents returns the policies that the site may hold: several if that
// depends on something that is not known, or on the instance.
func (st site) documents() []find {
	address := st.scope.qualified(st.block)
	found, open := st.resolve(st.scope, address)
	if !open || len(found) > 0 {
		return found
	}
	for _, e := range st.scope.elements(st.block) {
		inner := *st.scope
		inner.element = e
		more, _ := st.resolve(&inner, address+"["+show(e.key)+"]")
		found = append(found, more...)
	}
	if len(found) == 0 && !st.guess && !st.holder.none {
		at := st.scope.span(st.expr.Range())
		found = []find{{unresolved(at, st.hole()), address}}
	}
	return found
}

func (st site) hole() policy.Hole {
	v := st.scope.eval(st.expr)
	if t, ok := v.asText(); ok && !t.Known() {
		return t.Holes()[0]
	}
	return st.scope.hole(st.expr)
}

// resolve evaluates the site. It is open if something is not known that may be
// a policy.
func (st site) resolve(s *scope, address string) (found []find, open bool) {
	for _, v := range s.eval(st.expr).possible() {
		d := s.documentOf(v)
		switch {
		case d == nil:
			open = open || v.kind == unknown || v.kind == str && v.text.Prefix() == "" && !v.text.Known()
		case st.holder.none && v.document() == nil || st.guess && !looksLikePolicy(d):
		default:
			found = append(found, find{d, address})
		}
	}
	return found, open
}

// looksLikePolicy says whether a document has statements with an effect.
func looksLikePolicy(d *policy.Document) bool {
	for _, st := range d.Statements {
		if st.EffectValue != nil || st.Effect != policy.NoEffect {
			return true
		}
	}
	return false
}

// elements returns the instances of a block, if it is known which there are.
func (s *scope) elements(b *block) []element {
	if !b.counted() {
		return nil
	}
	all := s.instances(blockValue(b, element{}))
	if all.open() {
		return nil
	}
	var out []element
	for _, item := range append(all.items, valuesOf(all)...) {
		out = append(out, item.element)
	}
	return out
}

// kindOf returns what a policy at the site is for; ok is false if it is not
// an IAM policy.
func (st site) kindOf() (k policy.Kind, ok bool) {
	if !st.holder.organizations {
		return st.holder.kind, true
	}
	a := st.block.attribute("type")
	if a == nil {
		return policy.SCP, true
	}
	v := st.scope.eval(a.Expr)
	text, known := v.literal()
	switch {
	case v.kind == null, known && text == "SERVICE_CONTROL_POLICY":
		return policy.SCP, true
	case known && text == "RESOURCE_CONTROL_POLICY":
		return policy.RCP, true
	case known:
		return policy.Unknown, false
	}
	return policy.Unknown, true
}

// owner returns the ARN of the resource that a policy at the site protects, or
// nil.
func (st site) owner() *policy.Value {
	h, s := st.holder, st.scope
	at := s.span(st.expr.Range())
	var v *value
	switch {
	case h.owner == "":
		return nil
	case h.owner == "self":
		v = s.attribute(st.block, s.element, "arn", at)
	case st.block.attribute(h.owner) == nil:
		return nil
	default:
		v = s.argument(st.block, s.element, h.owner, at)
		if from := v.origin(); from != nil {
			v = s.attribute(from, element{}, "arn", at)
		} else if text, known := v.literal(); h.owner == "bucket" && known && !strings.HasPrefix(text, "arn:") {
			b := textBuilder{fixed: true}
			b.gap("arn:")
			b.add(holeText(s.partition(st.block, v.Span)))
			b.gap(":s3:::")
			b.add(v.text)
			v = textValue(b.value(v.Span, nil))
		}
	}
	if v.kind != str || !strings.HasPrefix(v.text.Prefix(), "arn:") {
		return nil
	}
	return &v.text
}
