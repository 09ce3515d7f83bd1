package rules

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShortened(t *testing.T) {
	for _, text := range []string{"", "short", strings.Repeat("x", maxMessage)} {
		if got := shortened(text); got != text {
			t.Errorf("shortened(%q) = %q", text, got)
		}
	}
	for _, filler := range []string{"x", "ж", "€", "🙂"} {
		for n := range 8 {
			text := "front " + strings.Repeat("y", n) + strings.Repeat(filler, maxMessage) + " is wrong"
			got := shortened(text)
			if !utf8.ValidString(got) || len(got) > maxMessage+len("…") {
				t.Errorf("%d bytes of %s, valid: %t", len(got), filler, utf8.ValidString(got))
			}
			if !strings.HasPrefix(got, "front ") || !strings.HasSuffix(got, " is wrong") {
				t.Errorf("the ends are not kept: %s", got)
			}
		}
	}
	// Bytes that are no UTF-8 are no reason to panic.
	if got := shortened(strings.Repeat("\x80", 2*maxMessage)); got != "…" {
		t.Errorf("got %q", got)
	}
}
