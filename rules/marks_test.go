package rules_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iamlint/iamlint/rules"
)

func TestUnmark(t *testing.T) {
	tests := []struct {
		marked, text string
		marks        [][2]int
	}{
		{"", "", nil},
		{"none", "none", nil},
		{"«all»", "all", [][2]int{{0, 3}}},
		{"a«b»c«»d", "abcd", [][2]int{{1, 2}, {3, 3}}},
		{"é«ü»\n«x", "", nil},
		{"é«ü»\n", "éü\n", [][2]int{{2, 4}}},
		{"a»", "", nil},
		{"«a«b»»", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.marked, func(t *testing.T) {
			defer func() {
				if wrong := tt.text == "" && tt.marked != ""; wrong != (recover() != nil) {
					t.Errorf("panic is expected: %v", wrong)
				}
			}()
			text, marks := rules.Unmark(tt.marked)
			if text != tt.text {
				t.Errorf("text %q, want %q", text, tt.text)
			}
			if diff := cmp.Diff(tt.marks, marks); diff != "" {
				t.Errorf("marks (-want +got):\n%s", diff)
			}
		})
	}
}
