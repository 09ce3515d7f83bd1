package rules

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed sensitive_keys.txt
var sensitiveKeysText string

// keyWorths are the keys of sensitive_keys.txt, in lower case, with what they
// are: "sensitive" or "spoofable".
var keyWorths = sync.OnceValue(func() map[string]string {
	worths := map[string]string{}
	for line := range dataLines(strings.ToLower(sensitiveKeysText)) {
		worth, key, _ := strings.Cut(line, " ")
		worths[key] = worth
	}
	return worths
})

// isSensitive and isSpoofable tell what a key, in lower case, is.
func isSensitive(key string) bool { return keyWorths()[key] == "sensitive" }
func isSpoofable(key string) bool { return keyWorths()[key] == "spoofable" }
