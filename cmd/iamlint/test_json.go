package main

import (
	"encoding/xml"
	"fmt"

	"github.com/iamlint/iamlint"
)

type jsonTests struct {
	Version int        `json:"version"`
	Tests   []jsonTest `json:"tests"`
	Summary struct {
		Passed int `json:"passed"`
		Failed int `json:"failed"`
	} `json:"summary"`
	Undecided []jsonUndecided `json:"undecided,omitempty"`
}

type jsonTest struct {
	Name      string        `json:"name"`
	File      string        `json:"file"`
	Pass      bool          `json:"pass"`
	Expect    string        `json:"expect"`
	Got       string        `json:"got"`
	DecidedBy []jsonDecider `json:"decided_by"`
	Why       string        `json:"why"`
}

// A jsonUndecided is a statement that decided no test.
type jsonUndecided struct {
	Policy    string            `json:"policy"`
	Statement jsonStatementName `json:"statement"`
	File      string            `json:"file"`
	Line      int               `json:"line"`
}

func (c *command) printTestsJSON(results []iamlint.UnitTestResult, coverage bool) error {
	answer := jsonTests{Version: jsonVersion, Tests: make([]jsonTest, len(results))}
	for i := range results {
		r := &results[i]
		j := jsonTest{
			Name: r.Name, File: c.shown(r.File), Pass: r.Passed(), Expect: r.Expect.String(),
			Got: "unknown", DecidedBy: []jsonDecider{}, Why: why(r),
		}
		if r.Ruling != nil {
			j.Got, j.DecidedBy = r.Ruling.Verdict.String(), deciders(r.Ruling)
		}
		if r.Passed() {
			answer.Summary.Passed++
		} else {
			answer.Summary.Failed++
		}
		answer.Tests[i] = j
	}
	if coverage {
		for _, p := range iamlint.Undecided(results) {
			answer.Undecided = append(answer.Undecided, jsonUndecided{p.Policy, jsonStatementName{p.Statement, p.Sid}, p.File, p.Line})
		}
	}
	return encodeJSON(c.out, answer)
}

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr"`
	Line    int           `xml:"line,attr"`
	Failure *junitFailure `xml:"failure"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// printTestsJUnit prints results as JUnit's XML, one suite a file.
func (c *command) printTestsJUnit(results []iamlint.UnitTestResult) error {
	var all junitSuites
	for i := range results {
		r := &results[i]
		file := c.shown(r.File)
		if n := len(all.Suites); n == 0 || all.Suites[n-1].Name != file {
			all.Suites = append(all.Suites, junitSuite{Name: file})
		}
		suite := &all.Suites[len(all.Suites)-1]
		one := junitCase{Name: r.Name, Class: file, File: file, Line: r.Line}
		all.Tests++
		suite.Tests++
		if !r.Passed() {
			all.Failures++
			suite.Failures++
			got := "an error"
			if r.Ruling != nil {
				got = r.Ruling.Verdict.String()
			}
			one.Failure = &junitFailure{fmt.Sprintf("expected %s, got %s", r.Expect, got), why(r)}
		}
		suite.Cases = append(suite.Cases, one)
	}
	if _, err := c.out.WriteString(xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(c.out)
	e.Indent("", "  ")
	if err := e.Encode(all); err != nil {
		return fmt.Errorf("write JUnit: %w", err)
	}
	return c.out.WriteByte('\n')
}
