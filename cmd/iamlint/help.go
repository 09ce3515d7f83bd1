package main

import (
	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint/catalog"
)

const usageTemplate = `Usage:
  {{.UseLine}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} COMMAND [flags] [argument...]{{end}}{{if .HasExample}}

Examples:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Commands:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsagesWrapped 100 | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

iamlint COMMAND --help tells more about a command.{{end}}
`

// helpCommand returns "iamlint help [command]".
func (c *command) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [command]",
		Short: "Show help for a command",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			return commandNames(cmd.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			if len(args) == 0 {
				return root.Help()
			}
			topic, rest, err := root.Find(args)
			if err == nil && topic != root && len(rest) == 0 {
				return topic.Help()
			}
			if near, ok := catalog.Nearest(args[0], commandNames(root)); ok {
				return usagef("there is no command %q; did you mean %q?", args[0], near)
			}
			return usagef("there is no command %q", args[0])
		},
	}
}
