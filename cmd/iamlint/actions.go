package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint/catalog"
)

const actionsLong = `Actions prints the AWS actions that patterns of a policy's Action element match,
with their access levels and the types of resources they act on; * are actions
that support no resource-level permissions. It exits with 1 if a pattern matches
nothing. iamlint version tells of what day the actions are.`

func (c *command) actionsCommand() *cobra.Command {
	var format answerFlag
	cmd := &cobra.Command{
		Use:     "actions PATTERN...",
		Short:   "Expand patterns of actions, with access levels",
		Long:    actionsLong,
		Example: "  iamlint actions 's3:Get*Acl'\n  iamlint actions iam:PassRole 'sts:*'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("name an action or a pattern, such as 's3:Get*'")
			}
			return nil
		},
		ValidArgsFunction: completeActions,
		RunE:              func(_ *cobra.Command, patterns []string) error { return c.actions(patterns, format.json()) },
	}
	format.add(cmd)
	return cmd
}

// actions prints what the patterns match, each action once.
func (c *command) actions(patterns []string, asJSON bool) error {
	data := catalog.Default()
	var found []*catalog.Action
	var result error
	for _, p := range patterns {
		n := len(found)
		if found = data.AppendExpand(found, p); len(found) == n {
			fmt.Fprintln(c.stderr, "iamlint: "+printable(noAction(data, p)))
			result = exit(exitFindings)
		}
	}
	found = unique(found)
	if asJSON {
		if err := c.printActionsJSON(found); err != nil {
			return err
		}
		return result
	}
	w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	for _, a := range found {
		on := "*"
		if !a.WildcardOnly() {
			on = strings.Join(resourceTypes(a), ", ")
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", a.FullName(), a.Levels, on)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return result
}

// unique drops actions that are there already, and keeps the order.
func unique(all []*catalog.Action) []*catalog.Action {
	seen := make(map[*catalog.Action]bool, len(all))
	return slices.DeleteFunc(all, func(a *catalog.Action) bool {
		again := seen[a]
		seen[a] = true
		return again
	})
}

func resourceTypes(a *catalog.Action) []string {
	var names []string
	for _, r := range a.Resources() {
		names = append(names, r.Type)
	}
	return names
}

// noAction says that a pattern matches nothing, and what may be meant.
func noAction(data *catalog.Catalog, pattern string) string {
	prefix, name, hasColon := strings.Cut(pattern, ":")
	no := fmt.Sprintf("no action matches %q", pattern)
	if r, ok := data.Retired(pattern); ok {
		return fmt.Sprintf("%s: retired since %s, %s", no, r.Since, r.Why)
	}
	if data.Undocumented(pattern) {
		return no + ": AWS does not document it, but it may exist"
	}
	if data.Service(prefix) == nil {
		if near, ok := data.NearestService(prefix); ok {
			return fmt.Sprintf("%s: there is no service %q; did you mean %q?", no, prefix, near+":"+orStar(name))
		}
		return fmt.Sprintf("%s: there is no service %q", no, prefix)
	}
	if !hasColon {
		return fmt.Sprintf("%s; did you mean %q?", no, prefix+":*")
	}
	if near, ok := data.NearestAction(prefix, name); ok {
		return fmt.Sprintf("%s; did you mean %q?", no, near)
	}
	return no
}

func orStar(name string) string {
	if name == "" {
		return "*"
	}
	return name
}
