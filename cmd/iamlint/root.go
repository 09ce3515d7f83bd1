package main

import (
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/iamlint/iamlint/catalog"
)

const rootLong = `iamlint finds mistakes in AWS IAM policies, and policies that grant more than
they should, in JSON and Terraform files. It needs no AWS account and no
network.

Without a command it lints: iamlint [path...] is iamlint lint [path...]. A path
that is called like a command needs a slash: ./policies.

Exit codes: 0 nothing to report, 1 findings at or above --fail-on, 2 wrong usage
or configuration, 3 iamlint itself failed.`

const rootExample = `  iamlint                                    lint everything below the working directory
  iamlint iam/ policy.json                   lint a directory and a file
  aws iam get-policy-version ... | iamlint - lint standard input
  iamlint --format sarif=iamlint.sarif       write SARIF for code scanning
  iamlint policies                           show the policies that iamlint sees
  iamlint explain unknown-action             tell what a rule means
  iamlint actions 's3:Get*'                  expand a pattern of actions`

// rootCommand returns the program's command with all of its own.
func (c *command) rootCommand() *cobra.Command {
	root := c.lintCommand()
	root.Use = "iamlint [flags] [path...]"
	root.Short = "Lint AWS IAM policies"
	root.Long, root.Example = rootLong, rootExample
	run := root.RunE
	root.RunE = func(cmd *cobra.Command, args []string) error {
		if err := c.checkFirstWord(cmd, args); err != nil {
			return err
		}
		return run(cmd, args)
	}
	root.Version = buildVersion().Version
	root.SetVersionTemplate("iamlint {{.Version}}\n")
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetOut(c.out)
	root.SetErr(c.stderr)
	root.SetFlagErrorFunc(flagError)
	root.SetUsageTemplate(usageTemplate)
	root.AddCommand(
		c.lintCommand(), c.policiesCommand(), c.canCommand(), c.testCommand(), c.diffCommand(),
		c.rulesCommand(), c.explainCommand(), c.actionsCommand(),
		c.versionCommand(), c.completionCommand(),
	)
	root.SetHelpCommand(c.helpCommand())
	return root
}

// checkFirstWord refuses a first argument that is neither a command nor a
// file and looks like the former.
func (c *command) checkFirstWord(cmd *cobra.Command, args []string) error {
	if len(args) == 0 || args[0] == "-" || strings.ContainsAny(args[0], `./\`) || cmd.ArgsLenAtDash() == 0 {
		return nil
	}
	if _, err := os.Lstat(c.path(args[0])); err == nil {
		return nil
	}
	if near, ok := catalog.Nearest(args[0], commandNames(cmd)); ok {
		return usagef("there is no command, file or directory %q; did you mean the command %q?", args[0], near)
	}
	return usagef("there is no command, file or directory %q", args[0])
}

func commandNames(root *cobra.Command) []string {
	var names []string
	for _, sub := range root.Commands() {
		if !sub.Hidden {
			names = append(names, sub.Name())
		}
	}
	return names
}

// flagError words an error about flags, and says which flag may be meant.
func flagError(cmd *cobra.Command, err error) error {
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		if e.GetFlag().Value.Type() == "bool" {
			return usagef("--%s %s: use true or false", e.GetFlag().Name, e.GetValue())
		}
		return usagef("--%s %s: %w", e.GetFlag().Name, e.GetValue(), e.Unwrap())
	}
	unknown, ok := errors.AsType[*pflag.NotExistError](err)
	switch {
	case !ok:
		return usageError{err}
	case unknown.GetSpecifiedShortnames() != "":
		return usagef("there is no flag -%s", unknown.GetSpecifiedName())
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	name := unknown.GetSpecifiedName()
	if near, ok := catalog.Nearest(name, names); ok {
		return usagef("there is no flag --%s; did you mean --%s?", name, near)
	}
	return usagef("there is no flag --%s", name)
}
