package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/rules"
)

// A completer proposes words that start as the one being written.
type completer = cobra.CompletionFunc

// complete registers the completer of a flag.
func complete(cmd *cobra.Command, flag string, f completer) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err) // there is no such flag
	}
}

// fixed proposes the same words always.
func fixed(words ...string) completer {
	words = slices.Clone(words)
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeFormats proposes formats, and files after an equals sign.
func completeFormats(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	if strings.Contains(word, "=") {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var words []string
	for _, f := range formats {
		words = append(words, f.name+"\t"+f.about)
	}
	return words, cobra.ShellCompDirectiveNoFileComp
}

// completeRules proposes names of rules.
func completeRules(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	return ruleWords("", word), cobra.ShellCompDirectiveNoFileComp
}

// completeRuleList proposes names of rules behind those that stand there.
func completeRuleList(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	i := strings.LastIndexByte(word, ',') + 1
	return ruleWords(word[:i], word[i:]), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// ruleWords returns the names of rules that start as the word does, behind what
// is written already.
func ruleWords(before, word string) []string {
	var words []string
	for _, r := range rules.All {
		if strings.HasPrefix(r.Name, word) {
			words = append(words, before+r.Name+"\t"+r.Title())
		}
	}
	return words
}

// completeActions proposes services, and a service's actions after its colon.
func completeActions(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	var words []string
	data := catalog.Default()
	if prefix, name, ok := strings.Cut(word, ":"); ok {
		if s := data.Service(prefix); s != nil {
			for _, a := range s.Match(name + "*") {
				words = append(words, prefix+":"+a.Name+"\t"+a.Levels.String())
			}
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	}
	services := data.Services()
	for i := range services {
		words = append(words, services[i].Prefix()+":\t"+services[i].Name())
	}
	return words, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}
