package access_test

import (
	"testing"
	"time"

	"github.com/iamlint/iamlint/access"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2026-06-30":               "2026-06-30T00:00:00Z",
		"2026-06-30T12:00:00Z":     "2026-06-30T12:00:00Z",
		"2026-06-30T12:00:00.250Z": "2026-06-30T12:00:00Z",
		"2026-06-30T12:00+02:00":   "2026-06-30T10:00:00Z",
		"2026-06-30T12:00:00+0200": "2026-06-30T10:00:00Z",
		"2026-06-30T12:00:00":      "2026-06-30T12:00:00Z",
		"2026-06":                  "2026-06-01T00:00:00Z",
		"2026":                     "2026-01-01T00:00:00Z",
		"1782820800":               "2026-06-30T12:00:00Z",
		"0":                        "1970-01-01T00:00:00Z",
	} {
		at, ok := access.ParseDate(text)
		if got := at.UTC().Format(time.RFC3339); !ok || got != want {
			t.Errorf("%s is %s, %v; want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "today", "2026-13-01", "2026-06-30 12:00", "-1", "1.5", "99999999999999999999"} {
		if at, ok := access.ParseDate(text); ok {
			t.Errorf("%q is %s", text, at)
		}
	}
}

func TestParseRange(t *testing.T) {
	for text, want := range map[string]string{
		"203.0.113.7": "203.0.113.7/32", "203.0.113.7/24": "203.0.113.7/24",
		"2001:DB8::1": "2001:db8::1/128", "2001:db8::/32": "2001:db8::/32",
	} {
		if r, ok := access.ParseRange(text); !ok || r.String() != want {
			t.Errorf("%s is %s, %v; want %s", text, r, ok, want)
		}
	}
	for _, text := range []string{"", "localhost", "203.0.113.*", "203.0.113.0/33", "fe80::1%eth0", "203.0.113"} {
		if r, ok := access.ParseRange(text); ok {
			t.Errorf("%q is %s", text, r)
		}
	}
}
