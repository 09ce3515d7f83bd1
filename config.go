package iamlint

import (
	"github.com/iamlint/iamlint/parse"
	"github.com/iamlint/iamlint/policy"
	"github.com/iamlint/iamlint/rules"
)

// A Config is what a configuration file says: see [ReadConfig]. The zero Config
// says nothing.
type Config struct {
	Dir string // of the file; globs are relative to it

	Accounts        []string          // ours; any other account is an outsider
	Organization    string            // ours: "o-…"
	TrustedAccounts map[string]string // others that may be let in, and who they are

	// Quotas are sizes of policies that AWS has raised, in characters, by kind.
	Quotas map[policy.Kind]int

	Exclude []string // doublestar globs of files to leave out

	kinds []kindGlob // the first that matches a file counts
	rules map[string]ruleConfig
}

// A kindGlob says what the policies in some JSON files are for.
type kindGlob struct {
	files *parse.Globs
	kind  policy.Kind
}

// A ruleConfig is what is said about one rule. A rule that is mentioned and not
// off is on.
type ruleConfig struct {
	off      bool
	severity rules.Severity // zero: the finding's own
	exclude  *parse.Globs   // files without findings of the rule; nil is none
}

// orNone returns the configuration, or an empty one for nil.
func (c *Config) orNone() *Config {
	if c == nil {
		return &Config{}
	}
	return c
}

// KindOf returns what the policies in a JSON file are for, if the
// configuration says.
func (c *Config) KindOf(path string) (policy.Kind, bool) {
	for _, k := range c.kinds {
		if k.files.Match(path) {
			return k.kind, true
		}
	}
	return policy.Unknown, false
}

// forRules returns what rules are told.
func (c *Config) forRules() *rules.Config {
	return &rules.Config{
		Accounts: c.Accounts, Organization: c.Organization, TrustedAccounts: c.TrustedAccounts, Quotas: c.Quotas,
	}
}

// ruleEnabled says whether the rule is on, if the configuration tells.
func (c *Config) ruleEnabled(name string) (on, ok bool) {
	r, ok := c.rules[name]
	return ok && !r.off, ok
}

// ruleSeverity returns the severity that the configuration gives to the
// rule's findings, if it does.
func (c *Config) ruleSeverity(name string) (rules.Severity, bool) {
	s := c.rules[name].severity
	return s, s != 0
}

// RuleSeverity returns the severity that findings of the rule usually have
// under this configuration.
func (c *Config) RuleSeverity(r *rules.Rule) rules.Severity {
	if s, ok := c.orNone().ruleSeverity(r.Name); ok {
		return s
	}
	return r.UsualSeverity()
}

// ruleExcludes says whether the rule is not to report in the file.
func (c *Config) ruleExcludes(name, path string) bool {
	globs := c.rules[name].exclude
	return globs != nil && globs.Match(path)
}
