package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/policy"
)

// A config is the text of one module: the blocks of its directory. It is the
// same for all calls of the module, and not changed once read.
type config struct {
	dir       string
	resources []*block // by address
	data      []*block
	calls     []*block
	byAddress map[string]*block // resources, data sources, module calls
	variables map[string]*block
	providers map[string]*block // by configuration: "aws", "aws.audit"
	locals    map[string]*definition
	outputs   []*block
	files     map[string]*source.File // by path
}

// A block is one top-level block of a module.
type block struct {
	*hclsyntax.Block
	file    *source.File
	address string // "aws_iam_role.app", "data.aws_region.here", "module.vpc"
}

// A definition is an expression with a name.
type definition struct {
	name string
	expr hclsyntax.Expression
	file *source.File
}

func newConfig(dir string) *config {
	return &config{
		dir: dir, byAddress: map[string]*block{}, variables: map[string]*block{},
		providers: map[string]*block{}, locals: map[string]*definition{},
		files: map[string]*source.File{},
	}
}

// add takes in the blocks of a file that certainly are as they are written.
func (c *config) add(f *source.File, body *hclsyntax.Body, upTo int) {
	c.files[f.Path] = f
	for _, b := range body.Blocks {
		if b.Range().End.Byte > upTo {
			continue
		}
		c.addBlock(&block{Block: b, file: f})
	}
}

func (c *config) addBlock(b *block) {
	switch labels := b.Labels; {
	case b.Type == "resource" && len(labels) == 2:
		b.address = labels[0] + "." + labels[1]
		c.resources = c.declare(c.resources, b)
	case b.Type == "data" && len(labels) == 2:
		b.address = "data." + labels[0] + "." + labels[1]
		c.data = c.declare(c.data, b)
	case b.Type == "module" && len(labels) == 1:
		b.address = "module." + labels[0]
		c.calls = c.declare(c.calls, b)
	case b.Type == "output" && len(labels) == 1:
		b.address = "output." + labels[0]
		c.outputs = append(c.outputs, b)
	case b.Type == "variable" && len(labels) == 1:
		if c.variables[labels[0]] == nil {
			b.address = "var." + labels[0]
			c.variables[labels[0]] = b
		}
	case b.Type == "provider" && len(labels) == 1:
		name := providerName(labels[0], b)
		if c.providers[name] == nil {
			b.address = "provider." + name
			c.providers[name] = b
		}
	case b.Type == "locals":
		for name, a := range b.Body.Attributes {
			if old := c.locals[name]; old == nil {
				c.locals[name] = &definition{name: name, expr: a.Expr, file: b.file}
			}
		}
	}
}

// declare adds a block to a list, unless its address is taken.
func (c *config) declare(list []*block, b *block) []*block {
	if c.byAddress[b.address] != nil {
		return list
	}
	c.byAddress[b.address] = b
	return append(list, b)
}

// finish puts the blocks in order, once all files are in.
func (c *config) finish() {
	byAddress := func(a, b *block) int { return strings.Compare(a.address, b.address) }
	for _, list := range [][]*block{c.resources, c.data, c.calls, c.outputs} {
		slices.SortStableFunc(list, byAddress)
	}
}

// providerName returns the name of a provider configuration: "aws.audit".
func providerName(kind string, b *block) string {
	if a := b.Body.Attributes["alias"]; a != nil {
		if v, diags := a.Expr.Value(nil); !diags.HasErrors() && isKnownString(v) {
			return kind + "." + v.AsString()
		}
	}
	return kind
}

// kind returns the type of a resource or data source: "aws_s3_bucket".
func (b *block) kind() string {
	if len(b.Labels) == 2 {
		return b.Labels[0]
	}
	return ""
}

// attribute returns the expression of an argument, nil if there is none.
func (b *block) attribute(name string) *hclsyntax.Attribute { return b.Body.Attributes[name] }

// isData says whether the block is a data source.
func (b *block) isData() bool { return b.Type == "data" }

// counted says whether the block may stand for any number of instances.
func (b *block) counted() bool { return b.attribute("count") != nil || b.attribute("for_each") != nil }

// hasDynamic says whether blocks of a type in it are made by a dynamic block:
// there may be none.
func (b *block) hasDynamic(kind string) bool {
	return slices.ContainsFunc(b.Body.Blocks, func(inner *hclsyntax.Block) bool {
		return inner.Type == "dynamic" && len(inner.Labels) == 1 && inner.Labels[0] == kind
	})
}

// header returns the span of the block's first line, without the brace.
func (b *block) header() policy.Span { return spanOf(b.file, b.DefRange()) }

// spanOf returns the span of a range of hcl's. Only its bytes count: hcl's
// columns are grapheme clusters.
func spanOf(f *source.File, r hcl.Range) policy.Span {
	from := min(max(r.Start.Byte, 0), len(f.Text))
	to := min(max(r.End.Byte, from), len(f.Text))
	return f.Span(from, to)
}
