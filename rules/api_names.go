package rules

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed api_names.txt
var apiNamesText string

// A rename is what to write instead of a name that is no action.
type rename struct {
	actions string // several with commas
	guessed bool   // the name is no API operation either
}

// renames are what to write, by name in lower case.
type renames struct {
	actions  map[string]rename
	services map[string]string // prefixes
}

var apiNames = sync.OnceValue(func() renames {
	r := renames{map[string]rename{}, map[string]string{}}
	for line := range dataLines(apiNamesText) {
		name, instead, _ := strings.Cut(line, " ")
		name, guessed := strings.CutPrefix(strings.ToLower(name), "~")
		if strings.Contains(name, ":") {
			r.actions[name] = rename{instead, guessed}
		} else {
			r.services[name] = instead
		}
	}
	return r
})

// apiGatewayVerbs are the actions of API Gateway: each allows all operations
// that start with a word.
var apiGatewayVerbs = []struct{ operation, action string }{
	{"get", "apigateway:GET"}, {"list", "apigateway:GET"}, {"create", "apigateway:POST"}, {"put", "apigateway:PUT"},
	{"update", "apigateway:PATCH"}, {"delete", "apigateway:DELETE"},
}

// renamed returns what to write instead of an action that does not exist.
func renamed(action string) (r rename, ok bool) {
	action = strings.ToLower(action)
	if r, ok = apiNames().actions[action]; ok {
		return r, true
	}
	if operation, ok := strings.CutPrefix(action, "apigateway:"); ok {
		for _, v := range apiGatewayVerbs {
			if strings.HasPrefix(operation, v.operation) {
				return rename{actions: v.action}, true
			}
		}
	}
	return rename{}, false
}

// serviceOfName returns the prefix of a service that goes by another name.
func serviceOfName(name string) (prefix string, ok bool) {
	prefix, ok = apiNames().services[strings.ToLower(name)]
	return prefix, ok
}
