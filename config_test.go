package iamlint

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/iamlint/iamlint/policy"
	"github.com/iamlint/iamlint/rules"
)

func readConfig(t *testing.T, dir, text string) *Config {
	t.Helper()
	path := filepath.Join(dir, ".iamlint.yaml")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	cfg, err := ReadConfig(path)
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

const fullConfig = `
accounts: ["011122223333", "111122223333"]
organization: o-abc123
trusted_accounts: { "444455556666": backup vendor }
exclude: ["**/testdata/**"]
kinds:
  "org/scp/*.json": scp
  "org": boundary
quotas: { trust: 4096, scp: 5120 }
rules:
  unknown-action: off
  duplicate-sid: low
  unknown-service: { severity: critical, exclude: ["modules/admin/**", "sub"] }
  json-syntax: { enabled: false, severity: info }
`

func TestConfig(t *testing.T) {
	dir := t.TempDir()
	cfg := readConfig(t, dir, fullConfig)
	want := &rules.Config{
		Accounts: []string{"011122223333", "111122223333"}, Organization: "o-abc123",
		TrustedAccounts: map[string]string{"444455556666": "backup vendor"},
		Quotas:          map[policy.Kind]int{policy.Trust: 4096, policy.SCP: 5120},
	}
	if diff := cmp.Diff(want, cfg.forRules()); diff != "" {
		t.Errorf("for rules (-want +got)\n%s", diff)
	}
	if cfg.Dir != dir || !slices.Equal(cfg.Exclude, []string{"**/testdata/**"}) {
		t.Errorf("globs %q relative to %s", cfg.Exclude, cfg.Dir)
	}
	for _, test := range []struct {
		rule     string
		on, told bool
		severity rules.Severity
	}{
		{"unknown-action", false, true, 0},
		{"duplicate-sid", true, true, rules.Low},
		{"unknown-service", true, true, rules.Critical},
		{"json-syntax", false, true, rules.Info},
		{"old-version", false, false, 0},
	} {
		on, told := cfg.ruleEnabled(test.rule)
		severity, set := cfg.ruleSeverity(test.rule)
		if on != test.on || told != test.told || severity != test.severity || set != (test.severity != 0) {
			t.Errorf("%s: on %v (told %v), severity %v (set %v)", test.rule, on, told, severity, set)
		}
	}
	r := rules.Find("old-version")
	if got := cfg.RuleSeverity(r); got != r.UsualSeverity() {
		t.Errorf("the severity of %s is %v", r.Name, got)
	}
}

// Numbers, words and dates keep their spelling, quoted or not.
func TestConfigKeepsSpelling(t *testing.T) {
	cfg := readConfig(t, t.TempDir(), `
accounts: [011122223333, 111122223333, "222233334444"]
trusted_accounts: { 044455556666: 2027-01-01, 777788889999: on }
rules: { unknown-action: off, duplicate-sid: "off", unknown-service: false }
`)
	if want := []string{"011122223333", "111122223333", "222233334444"}; !slices.Equal(cfg.Accounts, want) {
		t.Errorf("accounts %q, want %q", cfg.Accounts, want)
	}
	want := map[string]string{"044455556666": "2027-01-01", "777788889999": "on"}
	if !maps.Equal(cfg.TrustedAccounts, want) {
		t.Errorf("trusted accounts %q, want %q", cfg.TrustedAccounts, want)
	}
	for _, name := range []string{"unknown-action", "duplicate-sid", "unknown-service"} {
		if on, told := cfg.ruleEnabled(name); on || !told {
			t.Errorf("%s is on", name)
		}
	}
}

func TestConfigGlobs(t *testing.T) {
	dir := t.TempDir()
	cfg := readConfig(t, dir, fullConfig)
	for _, test := range []struct {
		path string
		want policy.Kind
	}{
		{"org/scp/a.json", policy.SCP},
		{"org/scp/deep/a.json", policy.Boundary},
		{"org/a.json", policy.Boundary},
		{"a.json", policy.Unknown},
		{"x/org/scp/a.json", policy.Unknown},
	} {
		kind, ok := cfg.KindOf(filepath.ToSlash(filepath.Join(dir, test.path)))
		if kind != test.want || ok != (test.want != policy.Unknown) {
			t.Errorf("%s is %v, want %v", test.path, kind, test.want)
		}
	}
	for path, want := range map[string]bool{
		"modules/admin/x/a.json": true, "sub/a.json": true, "sub/x/a.json": true, "modules/a.json": false,
	} {
		if got := cfg.ruleExcludes("unknown-service", filepath.Join(dir, path)); got != want {
			t.Errorf("%s is excluded: %v", path, got)
		}
	}
	if cfg.ruleExcludes("duplicate-sid", filepath.Join(dir, "sub/a.json")) {
		t.Error("the glob of one rule holds for another")
	}
}

func TestFindConfig(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"outer.yaml", "repo/.git/HEAD", "repo/.iamlint.yaml", "repo/a/b/x", "repo/c/.iamlint.yml", "repo/c/d/x",
		"bare/.git/HEAD", "bare/a/x", ".iamlint.yaml", "none/x",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for from, want := range map[string]string{
		"repo": "repo/.iamlint.yaml", "repo/a/b": "repo/.iamlint.yaml", "repo/c/d": "repo/c/.iamlint.yml",
		"bare/a": "", "none": "", ".": ".iamlint.yaml",
	} {
		got, err := FindConfig(filepath.Join(dir, filepath.FromSlash(from)))
		if want != "" {
			want = filepath.Join(dir, filepath.FromSlash(want))
		}
		if err != nil || got != want {
			t.Errorf("from %s: got %q, %v; want %q", from, got, err, want)
		}
	}
}

// A repository cannot have a file outside of it read, and quoted in messages.
func TestFindConfigThatLeavesTheTree(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("symbolic links need a privilege")
	}
	dir := t.TempDir()
	secret := filepath.Join(dir, "secret")
	repo := filepath.Join(dir, "repo")
	if err := errors.Join(
		os.WriteFile(secret, []byte("password: 1"), 0o644),
		os.MkdirAll(filepath.Join(repo, ".git"), 0o755),
		os.Symlink(secret, filepath.Join(repo, ".iamlint.yaml")),
	); err != nil {
		t.Fatal(err)
	}
	path, err := FindConfig(repo)
	if path != "" || err == nil || !strings.Contains(err.Error(), "a link that leaves") {
		t.Errorf("got %q, %v", path, err)
	}
}

func TestReadConfigTooLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(path, bytes.Repeat([]byte("#\n"), maxConfig), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadConfig(path); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("got %v", err)
	}
}

// docs/schema/config.json takes what is right and has all that there is.
func TestConfigSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("docs", "schema", "config.json"))
	if err != nil {
		t.Fatal(err)
	}
	keys := slices.Sorted(maps.Keys(schema.Properties))
	if want := slices.Sorted(slices.Values(configKeys)); !slices.Equal(keys, want) {
		t.Errorf("the schema has the keys %q, the configuration %q", keys, want)
	}
	var kinds []string
	for _, k := range schema.Properties["kinds"].AdditionalProperties.(*jsonschema.Schema).Enum.Values {
		kinds = append(kinds, k.(string))
	}
	if !slices.Equal(kinds, policy.KindNames()) {
		t.Errorf("the schema has the kinds %q, want %q", kinds, policy.KindNames())
	}
	quotas := schema.Properties["quotas"].PropertyNames.Enum.Values
	if !slices.Equal(quotas, schema.Properties["kinds"].AdditionalProperties.(*jsonschema.Schema).Enum.Values) {
		t.Errorf("the schema has quotas of %q, and kinds %q", quotas, kinds)
	}
	var value any
	if err := yaml.Load([]byte(fullConfig), &value); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	if value, err = jsonschema.UnmarshalJSON(bytes.NewReader(text)); err == nil {
		err = schema.Validate(value)
	}
	if err != nil {
		t.Error(err)
	}
}

// Whatever the text, there is a configuration or a list of problems in it.
func FuzzConfig(f *testing.F) {
	f.Add([]byte(fullConfig))
	f.Add([]byte("0: [0\r0\u20280\n"))
	f.Add([]byte("a: [\n---\n&x *x"))
	f.Add([]byte("\ufeffé: 1\nkinds: {\"[\": scp}\nrules: {x: {y: z}}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		cfg, err := parseConfig("c.yaml", text)
		if (cfg == nil) == (err == nil) {
			t.Fatalf("got %v, %v", cfg, err)
		}
		wrong, ok := errors.AsType[*ConfigError](err)
		if err != nil && !ok {
			t.Fatalf("got %T", err)
		}
		if err == nil {
			return
		}
		lines := len(yamlBreak.FindAllIndex(text, -1)) + 1
		for _, p := range wrong.Problems {
			if p.Line < 1 || p.Line > lines+1 || p.Column < 1 || p.Column > len(text)+1 || p.Message == "" {
				t.Errorf("%+v in a text of %d lines", p, lines)
			}
		}
	})
}
