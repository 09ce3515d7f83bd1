package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// globalKey is one entry of the list, which the package ships as JavaScript only.
var globalKey = regexp.MustCompile(`\{\s*key: '([^']+)',\s*category: '[a-z]+',\s*type: '([A-Za-z]+)'`)

// readGlobals reads the global condition keys and their types.
func readGlobals(dir string) ([]conditionKey, error) {
	file := filepath.Join(dir, "dist", "cjs", "globalConditionKeys.js")
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var keys []conditionKey
	for _, m := range globalKey.FindAllStringSubmatch(string(text), -1) {
		keys = append(keys, conditionKey{m[1], m[2]})
	}
	if n := strings.Count(string(text), "category: '"); len(keys) == 0 || len(keys) != n {
		return nil, fmt.Errorf("%s: read %d of %d global condition keys", file, len(keys), n)
	}
	slices.SortFunc(keys, func(a, b conditionKey) int {
		return strings.Compare(strings.ToLower(a.Key), strings.ToLower(b.Key))
	})
	return keys, nil
}
