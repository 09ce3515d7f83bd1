package rules

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed sensitive_keys.txt
var sensitiveKeysText string

// sensitiveKeys are the keys of sensitive_keys.txt, in lower case.
var sensitiveKeys = sync.OnceValue(func() map[string]bool {
	keys := map[string]bool{}
	for line := range dataLines(strings.ToLower(sensitiveKeysText)) {
		keys[line] = true
	}
	return keys
})
