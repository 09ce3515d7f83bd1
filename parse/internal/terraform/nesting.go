package terraform

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// tooDeep says whether the text nests deeper than the parser, which is
// recursive, can be given. The first look is cheap, and sees brackets in
// comments too; only what it suspects is taken apart.
func tooDeep(text []byte) bool {
	return suspect(text) && deepTokens(text)
}

func suspect(text []byte) bool {
	depth, unary, questions, pieces, lines := 0, 0, 0, 0, 0
	for _, c := range text {
		switch c {
		case '(', '[', '{':
			if depth++; depth > maxNesting {
				return true
			}
		case ')', ']', '}':
			depth = max(depth-1, 0)
		case '!', '-', ' ', '\t':
			if unary++; unary > maxNesting {
				return true
			}
			continue
		case '?':
			questions++
		case '$', '%':
			pieces++
		case '\n':
			lines++
		}
		unary = 0
	}
	return questions > maxNesting || pieces > maxPieces ||
		lines > maxPieces && bytes.Contains(text, []byte("<<")) ||
		bytes.Count(text, []byte("%{")) > maxNesting || bytes.Count(text, []byte("[*]")) > maxNesting
}

// deepTokens counts over the tokens. Operators and template directives nest
// without brackets: they count until their bracket, list item or line ends.
func deepTokens(text []byte) bool {
	tokens, _ := hclsyntax.LexConfig(text, "", hcl.InitialPos)
	var n nesting
	for i, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp:
			n.enter()
		case hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc:
			n.enter()
			n.pieces, n.text = 0, true
		case hclsyntax.TokenTemplateControl:
			n.enter()
			if i+1 < len(tokens) {
				n.directive(string(tokens[i+1].Bytes))
			}
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenCQuote,
			hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
			n.leave()
		case hclsyntax.TokenComma, hclsyntax.TokenNewline:
			n.operators = 0
		case hclsyntax.TokenQuestion, hclsyntax.TokenBang, hclsyntax.TokenMinus, hclsyntax.TokenStar:
			n.operators++
		case hclsyntax.TokenStringLit, hclsyntax.TokenQuotedLit:
			n.piece()
		}
		if n.tooDeep() {
			return true
		}
	}
	return false
}

// nesting is how deep a token stands.
type nesting struct {
	level
	outer      []level
	directives int
}

// A level is what is counted within one bracket.
type level struct {
	operators int
	text      bool // a string
	pieces    int  // of it
}

func (n *nesting) enter() {
	n.outer = append(n.outer, n.level)
	n.text = false
}

func (n *nesting) leave() {
	if k := len(n.outer) - 1; k >= 0 {
		n.level, n.outer = n.outer[k], n.outer[:k]
		n.piece()
	}
}

func (n *nesting) piece() {
	if n.text {
		n.pieces++
	}
}

func (n *nesting) directive(keyword string) {
	switch keyword {
	case "if", "for":
		n.directives++
	case "endif", "endfor":
		n.directives = max(n.directives-1, 0)
	}
}

func (n *nesting) tooDeep() bool {
	return len(n.outer) > maxNesting || n.operators > maxNesting || n.directives > maxNesting || n.pieces > maxPieces
}
