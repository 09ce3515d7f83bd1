// Package ruledoc writes the documentation of rules as a page, docs/rules.md.
package ruledoc

import (
	"fmt"
	"path"
	"strings"

	"github.com/iamlint/iamlint/rules"
)

const intro = `# Rules

<!-- Written by go generate ./rules; do not edit. -->

What iamlint reports, by name. The severity is the usual one; a finding may be better or worse.
`

// Markdown returns the page about the rules, in the order given. The heading
// of each is its name, so that [rules.Rule.URL] leads there.
func Markdown(list []*rules.Rule) []byte {
	var b strings.Builder
	b.WriteString(intro)
	b.WriteString("\n| rule | finds | kind | severity |\n|---|---|---|---|\n")
	for _, r := range list {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s%s |\n",
			r.Name, r.Name, escape(r.Title()), r.Kind, r.UsualSeverity(), off(r, ", off"))
	}
	for _, r := range list {
		section(&b, r)
	}
	return []byte(b.String())
}

func section(b *strings.Builder, r *rules.Rule) {
	fmt.Fprintf(b, "\n## %s\n\n%s.\n\n", r.Name, sentence(escape(r.Title())))
	fmt.Fprintf(b, "*%s · %s · %s%s*\n", r.Kind, r.UsualSeverity(), looksAt(r), off(r, " · off by default"))
	fmt.Fprintf(b, "\n%s\n", escape(r.Explanation()))
	if r.Settings != "" {
		fmt.Fprintf(b, "\nWith this configuration:\n\n```yaml\n%s\n```\n", strings.TrimRight(r.Settings, "\n"))
	}
	text, marks := rules.Unmark(r.Bad)
	example(b, r, "Bad", text)
	for _, m := range marks {
		fmt.Fprintf(b, "\n%s\n", reported(text, m))
	}
	if r.Good != "" {
		example(b, r, "Good", r.Good)
	}
}

func off(r *rules.Rule, text string) string {
	if r.Off {
		return text
	}
	return ""
}

// looksAt names the policies that the rule is about.
func looksAt(r *rules.Rule) string {
	switch {
	case r.Policies != 0:
		return strings.Join(r.Policies.Names(), ", ") + " policies"
	case r.Run != nil:
		return "all policies"
	case r.RunScope != nil:
		return "what is declared together"
	}
	return "files"
}

func example(b *strings.Builder, r *rules.Rule, heading, text string) {
	fmt.Fprintf(b, "\n%s:\n\n```%s\n%s\n```\n", heading, language(r.Format), strings.TrimRight(text, "\n"))
}

// language returns what highlights files of the name.
func language(file string) string {
	switch path.Ext(file) {
	case ".tf":
		return "terraform"
	case ".yaml", ".yml":
		return "yaml"
	case ".go":
		return "go"
	}
	return "json"
}

// reported says which text of an example the finding stands on.
func reported(text string, mark [2]int) string {
	line := 1 + strings.Count(text[:mark[0]], "\n")
	quoted, rest, more := strings.Cut(text[mark[0]:mark[1]], "\n")
	switch {
	case strings.TrimSpace(quoted+rest) == "":
		return fmt.Sprintf("Reported on line %d.", line)
	case more:
		quoted += " …"
	}
	if !strings.Contains(text, "\n") {
		return fmt.Sprintf("Reported: `%s`.", quoted)
	}
	return fmt.Sprintf("Reported on line %d: `%s`.", line, quoted)
}

// escape keeps text that has no markup from being read as such.
func escape(text string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", "&lt;", "[", `\[`, "`", "\\`", "|", `\|`).Replace(text)
}

func sentence(title string) string {
	if title == "" {
		return ""
	}
	return strings.ToUpper(title[:1]) + title[1:]
}
