package terraform

import (
	"github.com/iamlint/iamlint/policy"
)

// wellKnown returns an attribute of a data source that says where the module
// is applied, or of one that makes a document; nil for all others.
func (s *scope) wellKnown(b *block, el element, name string, at policy.Span) *value {
	if !b.isData() {
		return nil
	}
	if makesDocument(b.kind()) {
		return s.documentAttribute(b, el, name, at)
	}
	switch b.kind() {
	case "aws_caller_identity", "aws_partition", "aws_region":
		return s.surroundings(b, el, name, at)
	case "aws_service_principal":
		return s.servicePrincipal(b, el, name, at)
	case "template_file":
		if name == "rendered" {
			return s.templateFile(b, el, at)
		}
	}
	return nil
}

// makesDocument says whether data sources of the type make a policy of blocks.
func makesDocument(kind string) bool {
	return kind == "aws_iam_policy_document" || kind == "aws_iam_policy_documents"
}

func (s *scope) surroundings(b *block, el element, name string, at policy.Span) *value {
	var h policy.Hole
	switch b.kind() + " " + name {
	case "aws_caller_identity account_id", "aws_caller_identity id":
		h = s.account(b, at)
	case "aws_caller_identity arn", "aws_caller_identity user_id":
		h = s.ofProvider(b, "caller "+name, policy.AnyForm, at)
	case "aws_partition partition", "aws_partition id":
		h = s.partition(b, at)
	case "aws_partition dns_suffix":
		h = s.dnsSuffix(b, at)
	case "aws_region region", "aws_region name", "aws_region id":
		t := s.region(b, el, at)
		if t.Known() {
			return textValue(t)
		}
		h = t.Holes()[0]
	default:
		return nil
	}
	h.Expr = b.address + "." + name
	return textValue(holeText(h))
}

// servicePrincipal returns the name that a service has as a principal.
func (s *scope) servicePrincipal(b *block, el element, name string, at policy.Span) *value {
	if name != "name" && name != "id" {
		return nil
	}
	service, ok := s.argumentText(b, el, "service_name", at)
	if !ok {
		return nil
	}
	tb := textBuilder{fixed: true}
	tb.add(service)
	tb.gap(".")
	tb.add(holeText(s.dnsSuffix(b, at)))
	return textValue(tb.value(at, nil))
}

// documentAttribute returns the text of a data document; nil for any other
// attribute.
func (s *scope) documentAttribute(b *block, el element, name string, at policy.Span) *value {
	if name != "json" && name != "minified_json" {
		return nil
	}
	h := s.attributeHole(b, el, name, policy.AnyForm, at)
	v := textValue(holeText(h))
	v.extra = &extra{doc: s.dataDocument(b), from: b, element: el}
	if v.doc == nil {
		return holeValue(h) // a cycle
	}
	if b.kind() == "aws_iam_policy_documents" { // as many as its size needs
		return &value{kind: list, Span: at, rest: []policy.Hole{h}, each: v}
	}
	return v
}
