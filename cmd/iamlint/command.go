package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"
)

// A command is one run of the program.
type command struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	columns        func() int // of the terminal that stdout is; 0 if it is none
	dir            string     // what paths are relative to; empty is the working directory

	out *bufio.Writer // stdout
}

// The exit codes.
const (
	exitClean    = 0
	exitFindings = 1
	exitUsage    = 2 // or configuration
	exitFailure  = 3 // of iamlint itself
)

// exit is an exit code about which everything has been said.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// A usageError says what the user did wrong.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// run does what the arguments say and returns the exit code.
func (c *command) run(args []string) (code int) {
	c.out = bufio.NewWriterSize(&pipe{w: c.stdout}, 64<<10)
	defer func() {
		if cause := recover(); cause != nil {
			code = c.fail(fmt.Errorf("internal failure: %v", cause))
		}
	}()
	root := c.rootCommand()
	root.SetArgs(append([]string{}, args...)) // for nil, cobra takes those of the process
	ran, err := root.ExecuteC()
	code = c.code(ran, err)
	if err := c.out.Flush(); err != nil {
		return c.fail(fmt.Errorf("write output: %w", err))
	}
	return code
}

// A pipe is a writer whose reader may have had enough, which is no error.
type pipe struct {
	w      io.Writer
	closed bool
}

func (p *pipe) Write(b []byte) (int, error) {
	if p.closed {
		return len(b), nil
	}
	n, err := p.w.Write(b)
	if errors.Is(err, syscall.EPIPE) {
		p.closed = true
		return len(b), nil
	}
	return n, err
}

// code says what went wrong and returns the exit code for it.
func (c *command) code(ran *cobra.Command, err error) int {
	if err == nil {
		return exitClean
	}
	if e, ok := errors.AsType[exit](err); ok {
		return int(e)
	}
	if e, ok := errors.AsType[usageError](err); ok {
		fmt.Fprintf(c.stderr, "iamlint: %s\nSee %s --help.\n", printable(e.Error()), ran.CommandPath())
		return exitUsage
	}
	return c.fail(err)
}

// fail reports a failure that is no fault of the user or of what was linted.
func (c *command) fail(err error) int {
	c.out.Flush()
	fmt.Fprintf(c.stderr, "iamlint: %s\n", printable(firstLine(err.Error())))
	return exitFailure
}

// path returns where a file is that the user named.
func (c *command) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(c.dir, name)
}
