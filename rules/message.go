package rules

import "unicode/utf8"

// maxMessage is how long a message is at most, in bytes. What makes it longer
// is text of the policy, which may be of any size.
const maxMessage = 600

// shortened leaves out the middle of a message that is too long: the policy's
// text. What is said of it stands around that.
func shortened(message string) string {
	if len(message) <= maxMessage {
		return message
	}
	from, to := maxMessage*2/3, len(message)-maxMessage/3
	for from > 0 && !utf8.RuneStart(message[from]) {
		from--
	}
	for to < len(message) && !utf8.RuneStart(message[to]) {
		to++
	}
	return message[:from] + "…" + message[to:]
}
