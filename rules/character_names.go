package rules

import "fmt"

// characterInWords names a character that may not be seen.
func characterInWords(r rune) string {
	if name, ok := characterNames[r]; ok {
		return fmt.Sprintf("U+%04X (%s)", r, name)
	}
	return fmt.Sprintf("U+%04X", r)
}

// characterNames are what characters are called that word processors and web
// pages leave in policies.
//
// Source: The Unicode Standard.
var characterNames = map[rune]string{
	'\u200b': "zero-width space", '\u200c': "zero-width non-joiner", '\u200d': "zero-width joiner",
	'\u200e': "left-to-right mark", '\u200f': "right-to-left mark", '\u2060': "word joiner",
	'\u2002': "en space", '\u2003': "em space", '\u2009': "thin space", '\u202f': "narrow no-break space",
	'\u3000': "ideographic space", '\ufeff': "byte order mark",
	'\u2010': "hyphen", '\u2011': "non-breaking hyphen", '\u2012': "figure dash", '\u2013': "en dash",
	'\u2014': "em dash", '\u2212': "minus sign",
	'\u2018': "left single quotation mark", '\u2019': "right single quotation mark",
	'\u201c': "left double quotation mark", '\u201d': "right double quotation mark",
	'\u2022': "bullet", '\u2026': "horizontal ellipsis", '\u2028': "line separator", '\u2029': "paragraph separator",
	'\u2192': "rightwards arrow", '\u2217': "asterisk operator", '\ufffd': "replacement character",
}
