package main

import (
	"strings"

	"github.com/spf13/cobra"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

const completionLong = `Completion prints a script that lets the shell complete commands, flags, names of
rules, formats and AWS actions.

  bash        source <(iamlint completion bash)      needs bash-completion
  zsh         iamlint completion zsh > "${fpath[1]}/_iamlint"
  fish        iamlint completion fish | source
  powershell  iamlint completion powershell | Out-String | Invoke-Expression`

func (c *command) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "completion " + strings.Join(shells, "|"),
		Short:                 "Print a script for completion in the shell",
		Long:                  completionLong,
		DisableFlagsInUseLine: true,
		ValidArgs:             shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("name one shell: %s", strings.Join(shells, ", "))
			}
			switch args[0] {
			case "bash":
				return cmd.Root().GenBashCompletionV2(c.out, true)
			case "zsh":
				return cmd.Root().GenZshCompletion(c.out)
			case "fish":
				return cmd.Root().GenFishCompletion(c.out, true)
			case "powershell":
				return cmd.Root().GenPowerShellCompletionWithDesc(c.out)
			}
			return usagef("there is no completion for %q; there is for %s", args[0], strings.Join(shells, ", "))
		},
	}
}
