// Command iamlint lints AWS IAM policies in JSON and Terraform files, offline.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

// version is the release, set when it is built.
var version string

func main() {
	signal.Ignore(syscall.SIGPIPE) // see pipe
	collectLate()
	c := command{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		getenv: os.Getenv, columns: terminalColumns,
	}
	os.Exit(c.run(os.Args[1:]))
}
