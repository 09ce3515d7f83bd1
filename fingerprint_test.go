package iamlint_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/iamlint/iamlint"
)

// fingerprints lints a policy file and returns the fingerprints of what is
// found, sorted.
func fingerprints(t *testing.T, text string) []string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "policy.json"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	report, err := iamlint.Lint(iamlint.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range report.Findings {
		all = append(all, f.Rule.Name+" "+report.Fingerprint(f))
	}
	slices.Sort(all)
	return all
}

const twoTypos = `{"Version": "2012-10-17", "Statement": [
  {"Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObjects", "s3:GetObjects", "s3:ListBuckett"], "Resource": "arn:aws:s3:::b/*"},
  {"Effect": "Allow", "Action": "s3:GetObjects", "Resource": "arn:aws:s3:::c/*"}
]}`

// A baseline knows its findings again after edits that have nothing to do with
// them.
func TestFingerprintsSurvive(t *testing.T) {
	const other = `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::d/*"}]}`
	for name, texts := range map[string][2]string{
		"moved lines":             {twoTypos, "\n\n" + twoTypos},
		"other layout":            {twoTypos, strings.NewReplacer("\n", "\r\n", ", ", ",\r\n\t").Replace(twoTypos)},
		"another statement":       {twoTypos, strings.Replace(twoTypos, `[`, `[{"Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "arn:aws:s3:::z"},`, 1)},
		"another action":          {twoTypos, strings.Replace(twoTypos, `["s3`, `["s3:PutObject", "s3`, 1)},
		"another policy in front": {`[` + twoTypos + `]`, `[` + other + `, ` + twoTypos + `]`},
		"another role in front": {
			`{"RoleDetailList": [{"RolePolicyList": [{"PolicyDocument": ` + twoTypos + `}]}]}`,
			`{"RoleDetailList": [{}, {"RolePolicyList": [{}, {"PolicyDocument": ` + twoTypos + `}]}]}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			before, after := fingerprints(t, texts[0]), fingerprints(t, texts[1])
			if !slices.Equal(before, after) || len(before) < 4 {
				t.Errorf("before: %q\nafter: %q", before, after)
			}
		})
	}
}

// GitLab, for one, keeps only the first of findings that look the same.
func TestFingerprintsDiffer(t *testing.T) {
	all := fingerprints(t, `[`+twoTypos+`, `+twoTypos+`]`)
	seen := map[string]bool{}
	for _, f := range all {
		seen[f] = true
	}
	if len(seen) != len(all) || len(all) < 8 {
		t.Errorf("%d of %d fingerprints differ: %q", len(seen), len(all), all)
	}
}
