package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/access"
)

const canLong = `Can decides one request as AWS would: allowed, denied by a statement, or denied
because nothing allows it; and says which statements decided, or what is missing.
A policy is a file, an address in a directory (modules/app#aws_iam_policy.app), or
JSON itself. Layers that are not given are not there. With --scope, the policies
of a user or role, its boundary and groups, and the resource's policy are taken
from a Terraform module. A condition key that is not given is absent.

It exits with 1 if the request is denied, or it cannot be known.`

const canExample = `  iamlint can --principal arn:aws:iam::210987654321:role/app --action s3:GetObject --resource arn:aws:s3:::data/x --identity app.json
  iamlint can --scope module --principal aws_iam_role.app --action s3:PutObject --resource arn:aws:s3:::data/x`

// canFlags are the flags of can.
type canFlags struct {
	inputFlags
	answerFlag
	request   iamlint.Case
	context   []string
	scps, rcp []string
}

func (c *command) canCommand() *cobra.Command {
	f := canFlags{}
	cmd := &cobra.Command{
		Use:     "can --principal ARN --action ACTION --resource ARN [flags]",
		Short:   "Decide one request, and say why",
		Long:    canLong,
		Example: canExample,
		Args:    func(cmd *cobra.Command, args []string) error { return noArguments(cmd, args) },
		RunE:    func(*cobra.Command, []string) error { return c.can(&f) },
	}
	f.addTo(cmd)
	return cmd
}

func (f *canFlags) addTo(cmd *cobra.Command) {
	flags, r := cmd.Flags(), &f.request
	flags.SortFlags = false
	flags.StringVar(&r.Principal, "principal", "", "who asks: an `ARN`, a service, * for anyone; with --scope an address")
	flags.StringVar(&r.Action, "action", "", "what is asked for: `SERVICE:ACTION`")
	flags.StringVar(&r.Resource, "resource", "*", "the `ARN` that it is asked of")
	flags.StringVar(&r.ResourceAccount, "resource-account", "", "`ACCOUNT` of the resource where its ARN does not tell (default: the principal's)")
	flags.StringArrayVar(&f.context, "context", nil, "condition key of the request: `KEY=VALUE[,VALUE...]`; repeatable")
	flags.StringArrayVar(&r.Identity, "identity", nil, "identity `POLICY` of the principal; repeatable")
	flags.StringVar(&r.ResourcePolicy, "resource-policy", "", "`POLICY` of the resource; the trust policy of a role")
	flags.StringArrayVar(&r.Boundary, "boundary", nil, "permissions boundary `POLICY`")
	flags.StringArrayVar(&r.Session, "session", nil, "session `POLICY`; repeatable")
	flags.StringArrayVar(&f.scps, "scp", nil, "service control `POLICY[,POLICY...]` of one level, root first; repeatable")
	flags.StringArrayVar(&f.rcp, "rcp", nil, "resource control `POLICY[,POLICY...]` of one level, root first; repeatable")
	flags.StringArrayVar(&r.Endpoint, "endpoint", nil, "`POLICY` of the VPC endpoint that the request comes through")
	flags.StringVar(&r.Scope, "scope", "", "Terraform module `DIR` to take policies from")
	flags.StringVar(&f.config, "config", "", "configuration `FILE` (default: the nearest .iamlint.yaml upward, in the git work tree)")
	flags.StringArrayVar(&f.vars, "var", nil, "`NAME=VALUE` of a Terraform root variable; repeatable")
	f.answerFlag.add(cmd)
}

// can decides the request and prints the answer.
func (c *command) can(f *canFlags) error {
	request, err := f.question(c)
	if err != nil {
		return err
	}
	r, err := iamlint.Judge(request)
	if err != nil {
		return usageError{err}
	}
	if f.json() {
		err = encodeJSON(c.out, c.jsonRuling(r))
	} else {
		err = c.printRuling(r)
	}
	if err == nil && r.Verdict != access.Allowed {
		err = exit(exitFindings)
	}
	return err
}

// question returns the case that the flags describe.
func (f *canFlags) question(c *command) (iamlint.Case, error) {
	q := f.request
	q.Dir = c.dir
	switch {
	case q.Principal == "":
		return q, usagef("name who asks: --principal")
	case q.Action == "":
		return q, usagef("name what is asked for: --action")
	case !strings.Contains(q.Action, ":") || strings.ContainsAny(q.Action, "*?"):
		return q, usagef("--action %s: name one action, such as s3:GetObject", q.Action)
	}
	var err error
	if q.Context, err = f.conditionKeys(); err != nil {
		return q, err
	}
	for _, level := range f.scps {
		q.SCPs = append(q.SCPs, strings.Split(level, ","))
	}
	for _, level := range f.rcp {
		q.RCPs = append(q.RCPs, strings.Split(level, ","))
	}
	if q.Vars, err = f.variables(); err != nil {
		return q, err
	}
	q.Config, err = f.readConfig(c)
	return q, err
}

// conditionKeys returns the condition keys that are given.
func (f *canFlags) conditionKeys() (map[string][]string, error) {
	keys := map[string][]string{}
	for _, pair := range f.context {
		key, values, ok := strings.Cut(pair, "=")
		if !ok || key == "" {
			return nil, usagef("--context %s: want KEY=VALUE", pair)
		}
		keys[key] = append(keys[key], strings.Split(values, ",")...)
	}
	return keys, nil
}
