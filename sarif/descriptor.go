package sarif

import (
	"fmt"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/iamlint/iamlint/rules"
)

// descriptors describes the rules that ran, by name.
func (in Input) descriptors() []*sarif.ReportingDescriptor {
	all := make([]*sarif.ReportingDescriptor, 0, len(in.Rules))
	for _, r := range in.Rules {
		all = append(all, in.descriptor(r))
	}
	return all
}

func (in Input) descriptor(r *rules.Rule) *sarif.ReportingDescriptor {
	severity := in.Severity(r)
	text := paragraphs(r.Explanation())
	properties := sarif.NewPropertyBag().WithTags(tags(r))
	properties.Add("precision", precision(r))
	properties.Add("problem.severity", problemSeverity(severity))
	if score := securitySeverity(severity); r.Kind == rules.Security && score != "" {
		properties.Add("security-severity", score)
	}
	return sarif.NewReportingDescriptor().WithID(r.Name).
		WithShortDescription(description(sentence(r.Title()))).
		WithFullDescription(description(text)).
		WithHelp(description(fmt.Sprintf("%s\n\n%s", text, r.URL())).
			WithMarkdown(fmt.Sprintf("%s\n\n[%s](%s)", markdown(text), r.Name, r.URL()))).
		WithHelpURI(r.URL()).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(level(severity))).
		WithProperties(properties)
}

// description cuts a text to what GitHub takes.
func description(text string) *sarif.MultiformatMessageString {
	return sarif.NewMultiformatMessageString().WithText(cut(text, 1024))
}

// paragraphs undoes the line breaks in paragraphs: GitHub shows each one.
func paragraphs(text string) string {
	blocks := strings.Split(text, "\n\n")
	for i, b := range blocks {
		blocks[i] = strings.Join(strings.Fields(b), " ")
	}
	return strings.Join(blocks, "\n\n")
}

// markdown escapes what would be markup; the texts have none.
func markdown(text string) string {
	return strings.NewReplacer("*", `\*`, "_", `\_`, "<", "&lt;", "[", `\[`).Replace(text)
}

// sentence makes a sentence of a title.
func sentence(title string) string {
	if title == "" {
		return title
	}
	return strings.ToUpper(title[:1]) + title[1:] + "."
}

func tags(r *rules.Rule) []string {
	if r.Kind == rules.Security {
		return []string{"security", "external/cwe/cwe-269"} // improper privilege management
	}
	return []string{r.Kind.String()}
}

func precision(r *rules.Rule) string {
	if r.Off {
		return "medium"
	}
	return "high"
}

// level returns SARIF's word for the severity.
func level(s rules.Severity) string {
	switch s {
	case rules.Critical, rules.High:
		return "error"
	case rules.Medium:
		return "warning"
	}
	return "note"
}

func problemSeverity(s rules.Severity) string {
	if l := level(s); l != "note" {
		return l
	}
	return "recommendation"
}

// securitySeverity returns a number in GitHub's band of the severity.
func securitySeverity(s rules.Severity) string {
	switch s {
	case rules.Critical:
		return "9.5"
	case rules.High:
		return "8.0"
	case rules.Medium:
		return "5.5"
	case rules.Low:
		return "2.5"
	}
	return ""
}
