package main

import (
	"fmt"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// printPolicies prints the policies for people.
func (c *command) printPolicies(v *view, list []*listed, documents bool) error {
	for _, l := range list {
		at := v.Position(l.Pos())
		fmt.Fprintf(c.out, "%s:%d:%d: %s (%s)\n", printablePath(at.Filename), at.Line, at.Column,
			printable(v.policyName(l.Document)), printable(kindText(l)))
		for _, fact := range v.facts(l) {
			fmt.Fprintf(c.out, "    %-12s %s\n", fact[0], printable(fact[1]))
		}
		if documents && !l.Unresolved {
			text, err := jsonText(canonical(l.Document), "    ")
			if err != nil {
				return err
			}
			fmt.Fprintf(c.out, "    %s", printableLines(string(text)))
		}
	}
	s := v.Summary
	fmt.Fprintf(c.out, "%s with %s, %s declared, in %s\n", count(s.Policies, "policy"),
		count(s.Statements, "statement"), count(s.Principals, "principal"), count(s.Files, "file"))
	if n := v.Unread(); n > 0 {
		fmt.Fprintf(c.out, "%s kept policies from being read: iamlint lint tells\n", count(n, "problem"))
	}
	return nil
}

// kindText says what a policy is for.
func kindText(l *listed) string {
	text := l.kinds.String()
	if l.Service != "" {
		text += " of " + l.Service
	}
	if l.Guessed && l.kinds != policy.Unknown {
		text += ", by its text"
	}
	return text
}

// facts returns what there is to say about a policy, each with a name.
func (v *view) facts(l *listed) [][2]string {
	var facts [][2]string
	if l.Unresolved {
		facts = append(facts, [2]string{"not known", "what is in it follows from nothing in these files"})
	} else {
		facts = append(facts, [2]string{"statements", effects(l.Document)})
	}
	if len(l.Instances) > 0 {
		facts = append(facts, [2]string{"instances", strings.Join(l.Instances, ", ")})
	}
	for _, u := range l.uses {
		at := v.Position(u.Pos())
		facts = append(facts, [2]string{"used by", fmt.Sprintf("%s, %s (%s:%d)", u.Address, u.Attribute, at.Filename, at.Line)})
	}
	if len(l.attached) > 0 {
		facts = append(facts, [2]string{"attached to", strings.Join(l.attached, ", ")})
	}
	for _, text := range unknownText(unknowns(l.Document)) {
		facts = append(facts, [2]string{"unknown", text})
	}
	return facts
}

// effects counts statements by effect.
func effects(d *policy.Document) string {
	if len(d.Statements) == 0 && len(d.MoreStatements) == 0 {
		return "none"
	}
	n := map[policy.Effect]int{}
	for _, s := range d.Statements {
		n[s.Effect]++
	}
	var parts []string
	for _, e := range []policy.Effect{policy.Allow, policy.Deny} {
		if n[e] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[e], e))
		}
	}
	if n[policy.NoEffect] > 0 {
		parts = append(parts, fmt.Sprintf("%d without effect", n[policy.NoEffect]))
	}
	if len(d.MoreStatements) > 0 {
		parts = append(parts, "maybe more")
	}
	return strings.Join(parts, ", ")
}

// unknownText says which parts are unknown: each part once, with all that it
// is made of.
func unknownText(all []unknown) []string {
	var lines []string
	for len(all) > 0 {
		u := all[0]
		names := []string{u.Expression}
		for all = all[1:]; len(all) > 0 && u.Form != "" && all[0].Path == u.Path; all = all[1:] {
			names = append(names, all[0].Expression)
		}
		text := strings.Join(names, ", ")
		if u.Form != "" && u.Form != "*" {
			text = fmt.Sprintf("%s (* is %s)", u.Form, text)
		}
		if u.Path != "" {
			text = u.Path + ": " + text
		}
		lines = append(lines, text)
	}
	return lines
}
