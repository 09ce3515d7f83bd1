package catalog

// A letterSet is the set of characters that are in a string, case apart: one bit
// for each letter and digit, and one for all others. A pattern can only match a
// name that has all of its characters, which is quickly told.
type letterSet uint64

// letterBits are the sets of single bytes; that of a wildcard is empty.
var letterBits = func() (bits [256]letterSet) {
	for b := range bits {
		switch c := lower(byte(b)); {
		case c == '*' || c == '?':
		case 'a' <= c && c <= 'z':
			bits[b] = 1 << (c - 'a')
		case '0' <= c && c <= '9':
			bits[b] = 1 << (26 + c - '0')
		default:
			bits[b] = 1 << 63
		}
	}
	return bits
}()

func lettersOf(text string) letterSet {
	var set letterSet
	for i := range len(text) {
		set |= letterBits[text[i]]
	}
	return set
}

// has says whether all of the other set is in this one.
func (s letterSet) has(other letterSet) bool { return other&^s == 0 }
