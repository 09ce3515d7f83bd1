package rules

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed sensitive_keys.txt
var sensitiveKeysText string

// sensitiveKeyList returns the keys of sensitive_keys.txt, in lower case.
var sensitiveKeyList = sync.OnceValue(func() []string {
	return slices.Collect(dataLines(strings.ToLower(sensitiveKeysText)))
})
