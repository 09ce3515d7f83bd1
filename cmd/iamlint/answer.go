package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"
)

// An answerFlag says how a command that answers a question prints: as text or
// as JSON.
type answerFlag string

var answerFormats = []string{"text", "json"}

func (f *answerFlag) String() string { return string(*f) }
func (f *answerFlag) Type() string   { return "format" }

func (f *answerFlag) Set(text string) error {
	if !slices.Contains(answerFormats, text) {
		return errors.New("use text or json")
	}
	*f = answerFlag(text)
	return nil
}

func (f *answerFlag) json() bool { return *f == "json" }

// add gives the command the flag.
func (f *answerFlag) add(cmd *cobra.Command) {
	*f = "text"
	cmd.Flags().Var(f, "format", "print as `FORMAT`: text or json")
	complete(cmd, "format", fixed(answerFormats...))
}

// noArguments refuses arguments.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s takes no arguments", cmd.CommandPath())
	}
	return nil
}
