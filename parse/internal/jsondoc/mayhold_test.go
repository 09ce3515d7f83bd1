package jsondoc

import (
	"strings"
	"testing"
)

func TestMayHold(t *testing.T) {
	tests := map[string]bool{
		`{"Statement": []}`:                   true,
		`{"Version": "2012-10-17"}`:           true,
		`{"Version": "2008-10-17"}`:           true,
		`2012-10-17`:                          true,
		`{"Version": "2013-10-17"}`:           false,
		`-10-17`:                              false,
		`12-10-17`:                            false,
		`{"a": "x-10-17", "b": "2008-10-17"}`: true,
		`-10-172012-10-17`:                    true,
		`{"statement": "2012-10-18"}`:         false,
		strings.Repeat("-10-17", 1000):        false,
	}
	for text, want := range tests {
		if got := MayHold([]byte(text)); got != want {
			t.Errorf("MayHold(%.40q) = %v, want %v", text, got, want)
		}
	}
}
