package iamlint

import (
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"

	"github.com/iamlint/iamlint/parse"
	"github.com/iamlint/iamlint/policy"
	"github.com/iamlint/iamlint/rules"
)

// configKeys are the keys at the top of a configuration file.
var configKeys = []string{"accounts", "organization", "trusted_accounts", "exclude", "kinds", "quotas", "rules"}

// plannedKeys are keys that other versions have. To take them and do nothing
// would be to lie.
var plannedKeys = []string{"sensitive", "ignore"}

// parseConfig reads the text of a configuration file.
func parseConfig(path string, text []byte) (*Config, error) {
	r := configDecoder{
		configReader: configReader{err: ConfigError{Path: path}},
		cfg:          &Config{Dir: filepath.Dir(path)},
	}
	if root := r.root(text); root != nil {
		r.mapping(root, "the configuration", r.key)
	}
	if len(r.err.Problems) > 0 {
		r.err.sort()
		return nil, &r.err
	}
	return r.cfg, nil
}

type configDecoder struct {
	configReader
	cfg *Config
}

func (r *configDecoder) key(key string, at, value *yaml.Node) {
	switch key {
	case "accounts":
		r.list(value, key, func(id string, at *yaml.Node) {
			if r.account(id, at) {
				r.cfg.Accounts = append(r.cfg.Accounts, id)
			}
		})
	case "organization":
		r.organization(value)
	case "trusted_accounts":
		r.trusted(value)
	case "exclude":
		r.cfg.Exclude = r.globs(value, key)
	case "kinds":
		r.mapping(value, key, r.kind)
	case "quotas":
		r.cfg.Quotas = map[policy.Kind]int{}
		r.mapping(value, key, r.quota)
	case "rules":
		r.cfg.rules = map[string]ruleConfig{}
		r.mapping(value, key, r.rule)
	default:
		if slices.Contains(plannedKeys, key) {
			r.fail(at, "%q is not supported by this version of iamlint", key)
			return
		}
		r.unknown(at, "key", configKeys)
	}
}

var accountID = regexp.MustCompile(`^[0-9]{12}$`)

func (r *configDecoder) account(id string, at *yaml.Node) bool {
	ok := accountID.MatchString(id)
	if !ok {
		r.fail(at, "%q is no account id: those have 12 digits", id)
	}
	return ok
}

var organizationID = regexp.MustCompile(`^o-[a-z0-9]{1,32}$`)

func (r *configDecoder) organization(n *yaml.Node) {
	id, ok := r.text(n, "organization")
	if ok && !organizationID.MatchString(id) {
		r.fail(n, "%q is no organization id, such as o-exampleorg", id)
	}
	r.cfg.Organization = id
}

func (r *configDecoder) trusted(n *yaml.Node) {
	r.cfg.TrustedAccounts = map[string]string{}
	r.mapping(n, "trusted_accounts", func(id string, at, value *yaml.Node) {
		who, ok := r.text(value, "the name of the account")
		if r.account(id, at) && ok {
			r.cfg.TrustedAccounts[id] = who
		}
	})
}

// globs returns the globs in a list.
func (r *configDecoder) globs(n *yaml.Node, what string) []string {
	var globs []string
	r.list(n, what, func(glob string, at *yaml.Node) {
		if r.glob(glob, at) {
			globs = append(globs, glob)
		}
	})
	return globs
}

func (r *configDecoder) glob(glob string, at *yaml.Node) bool {
	err := parse.CheckGlob(glob)
	if err != nil {
		r.fail(at, "%s", err)
	}
	return err == nil
}

// matcher compiles globs that are well-formed.
func (r *configDecoder) matcher(at *yaml.Node, globs ...string) *parse.Globs {
	m, err := parse.NewGlobs(globs, r.cfg.Dir)
	if err != nil {
		r.fail(at, "%s", err)
	}
	return m
}

func (r *configDecoder) kind(glob string, at, value *yaml.Node) {
	var kind policy.Kind
	if name, ok := r.text(value, "the kind of policy"); ok {
		kind = r.policyKind(name, value)
	}
	if r.glob(glob, at) {
		r.cfg.kinds = append(r.cfg.kinds, kindGlob{r.matcher(at, glob), kind})
	}
}

// policyKind returns the kind of policies that has the name.
func (r *configDecoder) policyKind(name string, at *yaml.Node) policy.Kind {
	kind, _ := policy.ParseKind(name)
	if kind == policy.Unknown {
		r.unknown(at, "kind of policy", policy.KindNames())
	}
	return kind
}

// maxQuota is more than AWS takes of any policy.
const maxQuota = 1_000_000

func (r *configDecoder) quota(name string, at, value *yaml.Node) {
	kind := r.policyKind(name, at)
	text, ok := r.text(value, "the quota")
	if !ok {
		return
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > maxQuota {
		r.fail(value, "%q is no quota: it is a number from 1 to %d", text, maxQuota)
		return
	}
	r.cfg.Quotas[kind] = n
}

func (r *configDecoder) rule(name string, at, value *yaml.Node) {
	if rules.Find(name) == nil {
		r.fail(at, "%s", unknownRule(name))
	}
	var set ruleConfig
	if value.Kind == yaml.ScalarNode {
		r.ruleWord(value, &set)
	} else {
		r.mapping(value, "what is said of a rule", func(key string, at, value *yaml.Node) {
			r.ruleKey(key, at, value, &set)
		})
	}
	r.cfg.rules[name] = set
}

// switches are the words that turn a rule on and off. YAML takes the ones for
// the others.
var switches = map[string]bool{"on": true, "true": true, "off": false, "false": false}

// ruleWord reads all that is said of a rule in one word.
func (r *configDecoder) ruleWord(n *yaml.Node, set *ruleConfig) {
	on, isSwitch := switches[n.Value]
	severity, err := rules.ParseSeverity(n.Value)
	if !isSwitch && err != nil {
		r.fail(n, "%q says nothing of a rule: use on, off, or a severity (critical, high, medium, low, info)", n.Value)
	}
	set.off, set.severity = isSwitch && !on, severity
}

func (r *configDecoder) ruleKey(key string, at, value *yaml.Node, set *ruleConfig) {
	switch key {
	case "enabled":
		text, ok := r.text(value, key)
		on, isSwitch := switches[text]
		if ok && !isSwitch {
			r.fail(value, "enabled must be true or false, not %q", text)
		}
		set.off = !on
	case "severity":
		text, ok := r.text(value, key)
		severity, err := rules.ParseSeverity(text)
		if ok && err != nil {
			r.fail(value, "%s", err)
		}
		set.severity = severity
	case "exclude":
		set.exclude = r.matcher(value, r.globs(value, key)...)
	default:
		r.unknown(at, "key", []string{"enabled", "severity", "exclude"})
	}
}
