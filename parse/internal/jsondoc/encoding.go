package jsondoc

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// words are what every policy has at least one of.
var words = [][]byte{[]byte("Statement"), []byte("2012-10-17"), []byte("2008-10-17")}

// MayHold says whether the text of a file may hold a policy. What does not is
// not parsed, and not reported whatever it is.
func MayHold(text []byte) bool {
	for _, w := range words {
		if bytes.Contains(text, w) {
			return true
		}
	}
	enc, ok := wideEncoding(text)
	return ok && MayHold(enc.decode(text[:min(len(text), maxWide)]))
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
