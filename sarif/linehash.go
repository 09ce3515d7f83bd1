package sarif

import (
	"strconv"
	"unicode/utf16"
)

// The hash of a line covers this many characters from its start.
const hashWindow = 100

// hashBase is the base of the polynomial; arithmetic is modulo 2^64.
const hashBase = 37

// lineHashes returns for each line of a text, from 1 at index 0, the value that
// GitHub calls primaryLocationLineHash: a hash of the line and what follows it,
// without spaces and tabs, and how often it has occurred so far. GitHub keeps
// an alert open across commits while the value stays.
//
// Source: github/codeql-action, src/fingerprints.ts.
func lineHashes(text []byte) []string {
	units, starts := lineUnits(text)
	var top uint64 = 1 // hashBase to the power hashWindow
	for range hashWindow {
		top *= hashBase
	}
	// sums holds the polynomial of all units in front of an index.
	sums := make([]uint64, len(units)+hashWindow+1)
	for i := range sums[1:] {
		var unit uint64
		if i < len(units) {
			unit = uint64(units[i])
		}
		sums[i+1] = sums[i]*hashBase + unit
	}
	hashes := make([]string, len(starts))
	seen := map[uint64]int{}
	for i, start := range starts {
		h := sums[start+hashWindow] - sums[start]*top
		seen[h]++
		hashes[i] = strconv.FormatUint(h, 16) + ":" + strconv.Itoa(seen[h])
	}
	return hashes
}

// lineUnits returns the UTF-16 code units that count, and which of them start
// a line.
func lineUnits(text []byte) (units []uint16, starts []int) {
	atStart, afterReturn := true, false
	add := func(u uint16) {
		if u == ' ' || u == '\t' || u == '\n' && afterReturn {
			afterReturn = false
			return
		}
		afterReturn = u == '\r'
		if afterReturn {
			u = '\n'
		}
		if atStart {
			starts = append(starts, len(units))
		}
		atStart = u == '\n'
		units = append(units, u)
	}
	for _, r := range string(text) {
		if hi, lo := utf16.EncodeRune(r); r > 0xFFFF {
			add(uint16(hi))
			add(uint16(lo))
			continue
		}
		add(uint16(r))
	}
	add(0xFFFF) // the end
	return units, starts
}
