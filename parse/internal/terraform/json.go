package terraform

import (
	"github.com/iamlint/iamlint/parse/internal/jsondoc"
	"github.com/iamlint/iamlint/parse/internal/tree"
)

// jsonDecode returns what a JSON text says.
func jsonDecode(c *call) *value {
	a := c.arg(0)
	if v := a.source(); v != nil {
		return v
	}
	if a.kind != str || a.document() != nil || a.text.Text() == "" {
		return c.passUnknown(&value{kind: unknown})
	}
	n, problem := jsondoc.ParseText(a.text)
	if problem != nil {
		return c.wrong()
	}
	return fromTree(&n)
}

func needsEscape(r rune) bool {
	return r < ' ' || r == '"' || r == '\\' || r == '<' || r == '>' || r == '&' || r == '\u2028' || r == '\u2029'
}

// toTree returns a value as policies are read from.
func toTree(v *value) tree.Node {
	n := tree.Node{Span: v.Span}
	switch v.kind {
	case null:
		n.Kind = tree.Null
	case boolean:
		n.Kind, n.Value = tree.Bool, v.text
	case number:
		n.Kind, n.Value = tree.Number, v.text
	case str:
		n.Kind, n.Value, n.Span = tree.String, v.text, v.text.Span
	case list:
		n.Kind = tree.Array
		for _, item := range v.items {
			n.Items = append(n.Items, toTree(item))
		}
		if v.open() || !v.written {
			n.Extra = &tree.Extra{Rest: v.rest, Loose: !v.written, Options: asOptions(v.options())}
		}
	case object:
		n.Kind = tree.Object
		for _, f := range v.fields {
			if f.value.kind == null && !f.key.Known() {
				continue
			}
			n.Fields = append(n.Fields, tree.Field{Key: f.key, Value: toTree(f.value)})
		}
		if v.open() {
			n.Extra = &tree.Extra{Rest: v.rest}
		}
	default:
		return v.unknownNode()
	}
	return n
}

// unknownNode returns a value that is not known as policies are read from. It
// may be one of several, or a list with the items of one of several.
func (v *value) unknownNode() tree.Node {
	n := tree.UnknownNode(v.hole())
	if len(v.alts) == 0 {
		return n
	}
	o := option{hole: v.hole()}
	for _, a := range v.alts {
		switch {
		case a.kind == list && !a.open():
			o.items = append(o.items, a.items...)
		case a.kind == object || a.kind == null:
			o.items = append(o.items, a)
		default:
			return n
		}
	}
	n.Options = asOptions([]option{o})
	return n
}

// fromTree returns a JSON value as an expression gives it.
func fromTree(n *tree.Node) *value {
	v := &value{Span: n.Span}
	switch n.Kind {
	case tree.Null:
		v.kind = null
	case tree.Bool:
		v.kind, v.text = boolean, n.Value
	case tree.Number:
		v.kind, v.text = number, n.Value
	case tree.String:
		v.kind, v.text = str, n.Value
	case tree.Array:
		v.kind = list
		for i := range n.Items {
			v.items = append(v.items, fromTree(&n.Items[i]))
		}
	case tree.Object:
		v.kind = object
		for i := range n.Fields {
			v.fields = append(v.fields, field{n.Fields[i].Key, fromTree(&n.Fields[i].Value)})
		}
	default:
		v.rest = n.Open()
		return v
	}
	v.rest = n.Open()
	return v
}
