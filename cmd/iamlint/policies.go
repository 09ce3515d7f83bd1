package main

import (
	"cmp"
	"slices"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/policy"
)

// policiesFlags are the flags of policies.
type policiesFlags struct {
	inputFlags
	format    answerFlag
	documents bool
}

const policiesLong = `Policies prints every policy that iamlint finds: what it is for, where it is
written, used and attached, and which parts of it cannot be known from the
files. No rule runs. Parts that are not known are shown as ${expression}.`

func (c *command) policiesCommand() *cobra.Command {
	var f policiesFlags
	cmd := &cobra.Command{
		Use:   "policies [flags] [path...]",
		Short: "Show the policies that iamlint sees",
		Long:  policiesLong,
		Args:  cobra.ArbitraryArgs,
		RunE:  func(_ *cobra.Command, paths []string) error { return c.policies(&f, paths) },
	}
	cmd.Flags().SortFlags = false
	f.format.add(cmd)
	cmd.Flags().BoolVar(&f.documents, "documents", false, "print each policy, too, as text does not (JSON always has them)")
	f.inputFlags.add(cmd)
	return cmd
}

func (c *command) policies(f *policiesFlags, paths []string) error {
	opts, err := f.options(c, paths)
	if err != nil {
		return err
	}
	report, err := iamlint.Load(opts)
	if err != nil {
		return usageError{err}
	}
	v := &view{Report: report}
	list := v.listing()
	if f.format.json() {
		return c.printPoliciesJSON(v, list)
	}
	return c.printPolicies(v, list, f.documents)
}

// A listed policy is a document with everything that uses it, whatever kinds
// of policy it is used as.
type listed struct {
	*policy.Document
	kinds    policy.Kind
	uses     []policy.Use
	attached []string
}

// listing returns the policies, each once, by place.
func (v *view) listing() []*listed {
	var list []*listed
	first := map[*policy.Document]*listed{}
	for _, s := range v.Scopes {
		for _, d := range s.Policies {
			l := first[d.Twin]
			if d.Twin == nil || l == nil {
				l = &listed{Document: d}
				first[d] = l
				list = append(list, l)
			}
			l.kinds |= d.Kind
			l.uses = append(l.uses, d.Uses...)
			l.attached = append(l.attached, d.AttachedTo...)
		}
	}
	for _, l := range list {
		slices.Sort(l.attached)
		l.attached = slices.Compact(l.attached)
	}
	slices.SortStableFunc(list, v.byPlace)
	return list
}

func (v *view) byPlace(a, b *listed) int {
	p, q := v.Position(a.Pos()), v.Position(b.Pos())
	return cmp.Or(cmp.Compare(p.Filename, q.Filename), cmp.Compare(p.Offset, q.Offset), cmp.Compare(a.Name, b.Name))
}
