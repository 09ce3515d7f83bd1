package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint/rules"
)

func (c *command) rulesCommand() *cobra.Command {
	var format answerFlag
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Long:  "Rules lists all rules with their usual severity and kind. A rule marked off runs only\nif it is enabled. See also iamlint explain.",
		Args:  noArguments,
		RunE:  func(*cobra.Command, []string) error { return c.printRules(format.json()) },
	}
	format.add(cmd)
	return cmd
}

type jsonRules struct {
	Version int        `json:"version"`
	Rules   []jsonRule `json:"rules"`
}

type jsonRule struct {
	Name        string   `json:"name"`
	Kind        string   `json:"kind"`
	Severity    string   `json:"severity"`
	Title       string   `json:"title"`
	Doc         string   `json:"doc"`
	PolicyKinds []string `json:"policy_kinds"`
	Fixable     bool     `json:"fixable"`
	Off         bool     `json:"off,omitempty"`
	Help        string   `json:"help"`
}

func jsonRuleOf(r *rules.Rule) jsonRule {
	return jsonRule{
		Name: r.Name, Kind: r.Kind.String(), Severity: r.UsualSeverity().String(),
		Title: r.Title(), Doc: r.Explanation(), PolicyKinds: orEmpty(r.Policies.Names()),
		Fixable: fixable(r), Off: r.Off, Help: r.URL(),
	}
}

func (c *command) printRules(asJSON bool) error {
	if asJSON {
		answer := jsonRules{Version: jsonVersion, Rules: make([]jsonRule, len(rules.All))}
		for i, r := range rules.All {
			answer.Rules[i] = jsonRuleOf(r)
		}
		return encodeJSON(c.out, answer)
	}
	w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	for _, r := range rules.All {
		off := ""
		if r.Off {
			off = ", off"
		}
		fmt.Fprintf(w, "%s\t%s%s\t%s\t%s\n", r.Name, r.UsualSeverity(), off, r.Kind, r.Title())
	}
	return w.Flush()
}
