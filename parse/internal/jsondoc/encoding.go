package jsondoc

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// MayHold says whether the text of a file may hold a policy: every policy has
// the word Statement or the date of a version. What has neither is not parsed,
// and not reported whatever it is.
func MayHold(text []byte) bool {
	if bytes.Contains(text, []byte("Statement")) || holdsVersion(text) {
		return true
	}
	enc, ok := wideEncoding(text)
	return ok && MayHold(enc.decode(text[:min(len(text), maxWide)]))
}

// holdsVersion says whether the date of a version is in the text. What the two
// have in common is looked for once: most JSON in a repository is lock files
// of megabytes, which this is all that happens to.
func holdsVersion(text []byte) bool {
	const common, years = "-10-17", 4
	for {
		i := bytes.Index(text, []byte(common))
		if i < 0 {
			return false
		}
		if i >= years {
			switch string(text[i-years : i]) {
			case "2012", "2008":
				return true
			}
		}
		text = text[i+len(common):]
	}
}

// Starts says whether text starts as JSON that holds something does.
func Starts(text []byte) bool {
	text = bytes.TrimLeft(bytes.TrimPrefix(text, byteOrderMark), spaces)
	return len(text) > 0 && (text[0] == '{' || text[0] == '[')
}

// maxWide is how much of a text in another encoding is looked at. It is only
// to be told whether it is a policy, and policies are short.
const maxWide = 1 << 20

var byteOrderMark = []byte("\ufeff")

// An encoding is UTF-16 or UTF-32.
type encoding struct {
	name  string
	size  int // bytes of a unit
	order binary.ByteOrder
}

var wideEncodings = []struct {
	encoding
	mark, brace string // what text starts with
}{
	{encoding{"UTF-32", 4, binary.LittleEndian}, "\xff\xfe\x00\x00", "{\x00\x00\x00"},
	{encoding{"UTF-32", 4, binary.BigEndian}, "\x00\x00\xfe\xff", "\x00\x00\x00{"},
	{encoding{"UTF-16", 2, binary.LittleEndian}, "\xff\xfe", "{\x00"},
	{encoding{"UTF-16", 2, binary.BigEndian}, "\xfe\xff", "\x00{"},
}

// wideEncoding returns the encoding of text that is not UTF-8, going by its
// first bytes.
func wideEncoding(text []byte) (encoding, bool) {
	for _, e := range wideEncodings {
		if bytes.HasPrefix(text, []byte(e.mark)) || bytes.HasPrefix(text, []byte(e.brace)) {
			return e.encoding, true
		}
	}
	return encoding{}, false
}

// decode returns the text in UTF-8.
func (e encoding) decode(text []byte) []byte {
	var units []uint16
	decoded := make([]byte, 0, len(text)/e.size)
	for ; len(text) >= e.size; text = text[e.size:] {
		if e.size == 4 {
			decoded = utf8.AppendRune(decoded, rune(e.order.Uint32(text)))
		} else {
			units = append(units, e.order.Uint16(text))
		}
	}
	for _, r := range utf16.Decode(units) {
		decoded = utf8.AppendRune(decoded, r)
	}
	return decoded
}
