package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/iamlint/iamlint/policy"
)

// variable returns the value of an input variable: what the module is called
// with, or else its default. It is not ok if it is not declared.
func (in *instance) variable(name string, at policy.Hole) (*value, bool) {
	b := in.config.variables[name]
	if b == nil {
		return nil, false
	}
	if v := in.args[name]; v != nil {
		return v, true
	}
	v := remember(in.variables, name, func() *value { return in.defaultOf(b) })
	if v == nil {
		return in.variableHole(name, at), true
	}
	if v.kind == unknown {
		return in.variableHole(name, at), true
	}
	return v, true
}

func (in *instance) variableHole(name string, at policy.Hole) *value {
	at.Expr, at.ID = "var."+name, in.path+"var."+name
	return holeValue(at)
}

// defaultOf returns the default of a variable, or an unknown value. Nothing
// follows from an empty default, which stands for what a caller is to give,
// nor from that of a switch, which is made to be set either way.
func (in *instance) defaultOf(b *block) *value {
	a := b.attribute("default")
	none := holeValue(policy.Hole{Expr: b.address, Span: b.header()})
	if a == nil {
		return none
	}
	s := scope{instance: in, file: b.file}
	v := s.eval(a.Expr)
	if v.kind == null || v.kind == boolean || v.empty() || isBool(b) {
		return none
	}
	return v
}

// empty says whether a value is an empty string, list or object.
func (v *value) empty() bool {
	switch v.kind {
	case str:
		return v.text.Is("")
	case list, object:
		return len(v.items)+len(v.fields)+len(v.rest) == 0
	}
	return false
}

// isBool says whether a variable is declared to be a bool.
func isBool(b *block) bool { return typeName(b) == "bool" }

// typeName returns the type of a variable, if it is a simple one.
func typeName(b *block) string {
	a := b.attribute("type")
	if a == nil {
		return ""
	}
	return hcl.ExprAsKeyword(a.Expr)
}

// rootArgs returns what variables are set to by the user. A text is the value
// of a string variable, and an expression for others.
func rootArgs(c *config, vars map[string]string) map[string]*value {
	args := map[string]*value{}
	for name, text := range vars {
		b := c.variables[name]
		if b == nil {
			continue
		}
		if t := typeName(b); t == "string" || t == "" && !looksTyped(b) {
			args[name] = textValue(policy.NewValue(policy.Span{}, text))
		} else {
			args[name] = parsedArg(name, text)
		}
	}
	return args
}

// looksTyped says whether a variable without a simple type is no string.
func looksTyped(b *block) bool {
	if b.attribute("type") != nil {
		return true
	}
	a := b.attribute("default")
	if a == nil {
		return false
	}
	_, isTemplate := a.Expr.(*hclsyntax.TemplateExpr)
	return !isTemplate
}

func parsedArg(name, text string) *value {
	unread := holeValue(policy.Hole{Expr: "var." + name, ID: "var." + name})
	if tooDeep([]byte(text)) {
		return unread
	}
	e, diags := hclsyntax.ParseExpression([]byte(text), "", hcl.InitialPos)
	if diags.HasErrors() {
		return unread
	}
	v, diags := e.Value(nil)
	if diags.HasErrors() || v == cty.NilVal {
		return unread
	}
	return fromCty(v, policy.Span{})
}
