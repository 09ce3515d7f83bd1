package terraform

import (
	"go/token"

	"github.com/iamlint/iamlint/parse/internal/source"
	"github.com/iamlint/iamlint/parse/internal/tree"
	"github.com/iamlint/iamlint/policy"
)

// relocate gives the strings of a JSON text that are, as a whole, written as a
// literal elsewhere, such as "${local.action}", the place of that literal:
// there they are to be changed.
func (in *instance) relocate(n *tree.Node) {
	if n.Kind == tree.String {
		n.Value = in.relocated(n.Value)
		n.Span = n.Value.Span
	}
	for i := range n.Items {
		in.relocate(&n.Items[i])
	}
	for i := range n.Fields {
		in.relocate(&n.Fields[i].Value)
	}
}

func (in *instance) relocated(v policy.Value) policy.Value {
	runs := v.Runs()
	if !v.Known() || len(runs) != 1 || runs[0].Len != len(v.Text()) || !even(runs[0]) || v.Contains(runs[0].Span) {
		return v
	}
	literal, ok := in.literalAt(runs[0].Span)
	if !ok {
		return v
	}
	return policy.NewValue(literal, v.Text()).WithOrigin(&policy.Origin{Runs: runs, Use: v.Span, Syntax: fixed{}})
}

// literalAt returns the literal, with its quotes, of which the span is all that
// stands between these.
func (in *instance) literalAt(text policy.Span) (policy.Span, bool) {
	f := in.fileOf(text.Pos())
	if f == nil {
		return policy.Span{}, false
	}
	from, to := f.Offset(text.Pos())-1, f.Offset(text.End())
	if from < 0 || to >= len(f.Text) || f.Text[from] != '"' || f.Text[to] != '"' || from > 0 && f.Text[from-1] == '\\' {
		return policy.Span{}, false
	}
	return f.Span(from, to+1), true
}

// fileOf returns the configuration file that a position is in.
func (in *instance) fileOf(pos token.Pos) *source.File {
	f := in.set.FileSet.File(pos)
	if f == nil {
		return nil
	}
	return in.files[f.Name()]
}
