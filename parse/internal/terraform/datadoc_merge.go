package terraform

import (
	"github.com/iamlint/iamlint/policy"
)

// merge makes the document of what it is told to start from, its own blocks,
// and what is to override them, in this order.
func (d *dataDoc) merge(own []*policy.Statement) {
	doc := d.doc
	id, version := doc.ID, doc.Version
	doc.ID, doc.Version = nil, nil
	for _, src := range d.sources("source_policy_documents") {
		d.take(src)
	}
	d.take(sourceDocument{Document: &policy.Document{ID: id, Version: version, Statements: own, MoreStatements: d.more}})
	for _, src := range d.sources("override_policy_documents") {
		d.take(src)
	}
	for i, st := range doc.Statements {
		st.Index = i
	}
}

// A sourceDocument is a document that another one is made of.
type sourceDocument struct {
	*policy.Document      // nil if it is not known
	optional         bool // it may not be there
	hole             policy.Hole
}

// sources evaluates a list of documents.
func (d *dataDoc) sources(name string) []sourceDocument {
	a := d.block.attribute(name)
	if a == nil {
		return nil
	}
	v := d.eval(a.Expr)
	at := d.span(a.Expr.Range())
	var all []sourceDocument
	for _, item := range v.items {
		all = append(all, d.source(item, name, at)...)
	}
	if v.open() {
		all = append(all, d.further(v, name, at)...)
	}
	return all
}

// source returns the documents that one item may be.
func (d *dataDoc) source(item *value, name string, at policy.Span) []sourceDocument {
	var all []sourceDocument
	for _, v := range item.possible() {
		if v.nothing() {
			continue
		}
		src := sourceDocument{Document: d.documentOf(v), optional: len(item.alts) > 0}
		if src.Document == nil || src.Unresolved {
			src.Document, src.hole = nil, v.textHole()
		} else {
			if d.element.symbolic() {
				d.partOf(src.Document, d.doc, policy.Use{Address: d.doc.Name, Attribute: name, Span: at})
			}
			src.Document = d.ofInstance(v, src.Document)
		}
		all = append(all, src)
	}
	return all
}

// further returns what the part of a list may be that is not known.
func (d *dataDoc) further(v *value, name string, at policy.Span) []sourceDocument {
	var all []sourceDocument
	rest, options := v.further()
	for _, o := range options {
		for _, item := range o.items {
			all = append(all, d.source(item, name, at)...)
		}
	}
	for _, h := range (&value{rest: rest, extra: &extra{options: options}}).unexplained() {
		all = append(all, sourceDocument{hole: h})
	}
	for i := range all {
		all[i].optional = true
	}
	return all
}

// take merges one document into what there is.
func (d *dataDoc) take(src sourceDocument) {
	before := d.doc.Statements
	if src.Document == nil {
		d.doc.MoreStatements = append(d.doc.MoreStatements, src.hole)
		doubtSids(before)
		return
	}
	if src.ID != nil {
		d.doc.ID = src.ID
	}
	if v := src.Version; v != nil && (d.doc.Version == nil || !v.Known() || d.doc.Version.Known() && v.Text() > d.doc.Version.Text()) {
		d.doc.Version = v
	}
	if more := append(src.Rest[:len(src.Rest):len(src.Rest)], src.MoreStatements...); len(more) > 0 {
		d.doc.MoreStatements = append(d.doc.MoreStatements, more...)
		doubtSids(before)
	}
	if len(before)+len(src.Statements) > maxItems || !d.spend(statementSteps*len(src.Statements), d.doc.Head) {
		d.doc.MoreStatements = append(d.doc.MoreStatements, d.tooMany())
		doubtSids(before)
		return
	}
	for _, st := range src.Statements {
		own := *st
		own.Optional = own.Optional || src.optional
		if !supersede(before, &own) {
			d.doc.Statements = append(d.doc.Statements, &own)
		}
	}
}

// supersede puts a statement in the place of one with the same Sid, if there is
// one. One that may not be there may leave the old one standing.
func supersede(before []*policy.Statement, st *policy.Statement) bool {
	if st.Sid == nil {
		return false
	}
	if !st.Sid.Known() {
		doubtSids(before)
	}
	for i, old := range before {
		if old.Sid == nil || !old.Sid.Same(*st.Sid) {
			continue
		}
		if !st.Optional {
			before[i] = st
			return true
		}
		old.Optional = true
	}
	return false
}

// doubtSids marks the statements that one with the same Sid may replace.
func doubtSids(before []*policy.Statement) {
	for _, st := range before {
		st.Optional = st.Optional || st.Sid != nil
	}
}
