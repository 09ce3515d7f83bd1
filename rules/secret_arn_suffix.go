package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// SecretARNSuffix reports ARNs of secrets without the characters that end them.
var SecretARNSuffix = &Rule{
	Name: "secret-arn-suffix", Kind: Warning,
	Policies: policy.Identity | policy.PermissionSet | policy.Boundary | policy.Session | policy.SCP | policy.Resource,
	Doc: `the ARN of a secret ends in a hyphen and six random characters

Secrets Manager adds them to the name, so an ARN with the bare name matches no
secret that exists. Write the full ARN, or six question marks: -?????? also holds
when the secret is made anew, and matches no other secret, as -* would.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue",
  "Resource": «"arn:aws:secretsmanager:us-east-1:111122223333:secret:app/database"»}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue",
  "Resource": "arn:aws:secretsmanager:us-east-1:111122223333:secret:app/database-??????"}}`,
	Run: secretARNSuffix,
}

// secretSuffix is what to write for the end of a secret's ARN.
const secretSuffix = "-??????"

func secretARNSuffix(pass *Pass) {
	for r := range pass.listedARNs() {
		if r.arn.text(arnService) != "secretsmanager" || !strings.HasPrefix(r.arn.text(arnResource), "secret:") || !lacksSecretSuffix(r) || onlyCreatesSecrets(r.statement) {
			continue
		}
		f := pass.Reportf(r.statement, *r.value, "%s matches no secret that exists: the ARN ends in six random characters; add %s", r.value, secretSuffix)
		edits, ok := pass.Replace(*r.value, r.value.Text()+secretSuffix)
		f.Fix("add "+secretSuffix, edits, ok)
	}
}

// lacksSecretSuffix says whether the ARN certainly does not end like that of a
// secret, whatever its holes and variables are.
func lacksSecretSuffix(r *listedResource) bool {
	name := strings.TrimPrefix(r.arn.text(arnResource), "secret:")
	if name == "" && r.value.Known() || strings.ContainsAny(name, "*?") {
		return false
	}
	known := r.value.Suffix()
	known = known[strings.LastIndexByte(known, '}')+1:]
	known = known[max(0, len(known)-len(secretSuffix)):]
	for i := range len(known) {
		if fromEnd := len(known) - i; fromEnd == len(secretSuffix) {
			if known[i] != '-' {
				return true
			}
		} else if !isLetterOrDigit(known[i]) {
			return true
		}
	}
	return r.value.Known() && len(known) < len(secretSuffix) && !isTemplate(name)
}

func isLetterOrDigit(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// onlyCreatesSecrets says whether the statement may be about secrets that are yet
// to be made: they have no such end.
func onlyCreatesSecrets(s *policy.Statement) bool {
	if !s.Action.Present() || s.Action.Open() {
		return s.NotAction.Present()
	}
	for _, v := range s.Action.Values {
		if !strings.EqualFold(v.Text(), "secretsmanager:CreateSecret") {
			return false
		}
	}
	return true
}
