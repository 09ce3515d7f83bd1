package access

import (
	"net/netip"
	"strconv"
	"strings"
	"time"
)

// dateLayouts are the forms of dates in conditions. A time of day needs a zone
// by the standard; without one it is taken for UTC.
//
// Sources: AWS IAM User Guide, "Date condition operators"; W3C, "Date and Time
// Formats".
var dateLayouts = []string{
	"2006-01-02T15:04:05Z07:00", // also with a fraction of a second
	"2006-01-02",
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04:05Z0700",
	"2006-01-02T15:04:05",
	"2006-01-02T15:04",
	"2006-01",
	"2006",
}

// ParseDate reads a date of a condition, or the seconds since 1970.
func ParseDate(text string) (time.Time, bool) {
	if seconds, ok := EpochSeconds(text); ok {
		return time.Unix(seconds, 0).UTC(), true
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// EpochSeconds returns what a number of seconds since 1970 is. Four digits are
// a year.
func EpochSeconds(text string) (int64, bool) {
	if len(text) == len("2006") || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	return seconds, err == nil
}

// ParseRange reads a range of addresses in CIDR notation, or a single address.
// Bits beyond the mask are kept; they do not count.
func ParseRange(text string) (netip.Prefix, bool) {
	if r, err := netip.ParsePrefix(text); err == nil {
		return r, true
	}
	a, err := netip.ParseAddr(text)
	if err != nil || a.Zone() != "" {
		return netip.Prefix{}, false
	}
	return netip.PrefixFrom(a, a.BitLen()), true
}
