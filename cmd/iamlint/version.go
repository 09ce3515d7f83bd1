package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/iamlint/iamlint/catalog"
)

type jsonBuild struct {
	Version string `json:"iamlint"`
	Commit  string `json:"commit,omitempty"`
	Go      string `json:"go"`
}

type jsonVersionAnswer struct {
	Format int `json:"version"`
	jsonBuild
	AWSData struct {
		Date           string `json:"date"`
		Source         string `json:"source"`
		Services       int    `json:"services"`
		Actions        int    `json:"actions"`
		PartitionsDate string `json:"partitions_date"`
	} `json:"aws_data"`
}

// buildVersion tells what this program was built from: a release, a module
// version, or a commit.
func buildVersion() jsonBuild {
	b := jsonBuild{Version: version, Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if ok {
		var modified bool
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.Commit = s.Value
			case "vcs.modified":
				modified = s.Value == "true"
			}
		}
		if modified && b.Commit != "" {
			b.Commit += " with changes"
		}
	}
	if b.Version == "" && ok && info.Main.Version != "" {
		b.Version = info.Main.Version
	}
	if b.Version == "" || b.Version == "(devel)" {
		b.Version = "development"
	}
	return b
}

func (c *command) versionCommand() *cobra.Command {
	var format answerFlag
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Show the version, and of what day the AWS data is",
		Args:  noArguments,
		RunE:  func(*cobra.Command, []string) error { return c.printVersion(format.json()) },
	}
	format.add(cmd)
	return cmd
}

func (c *command) printVersion(asJSON bool) error {
	data := catalog.Default()
	a := jsonVersionAnswer{Format: jsonVersion, jsonBuild: buildVersion()}
	a.AWSData.Date, a.AWSData.Source, a.AWSData.PartitionsDate = data.Date(), data.Source(), catalog.PartitionsDate
	a.AWSData.Services, a.AWSData.Actions = data.Count()
	if asJSON {
		return encodeJSON(c.out, a)
	}
	fmt.Fprintf(c.out, "iamlint %s\n", a.Version)
	if a.Commit != "" {
		fmt.Fprintf(c.out, "commit      %s\n", a.Commit)
	}
	fmt.Fprintf(c.out, "built with  %s for %s/%s\n", a.Go, runtime.GOOS, runtime.GOARCH)
	fmt.Fprintf(c.out, "AWS data    %s: %d actions of %d services, from %s\n",
		a.AWSData.Date, a.AWSData.Actions, a.AWSData.Services, a.AWSData.Source)
	fmt.Fprintf(c.out, "partitions  %s\n", a.AWSData.PartitionsDate)
	return nil
}
