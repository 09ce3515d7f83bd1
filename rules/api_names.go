package rules

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed api_names.txt
var apiNamesText string

// apiNames are what api_names.txt lists: the actions by operation in lower case.
var apiNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for line := range dataLines(apiNamesText) {
		operation, actions, _ := strings.Cut(line, " ")
		names[operation] = actions
	}
	return names
})

// apiGatewayVerbs are the actions of API Gateway: each allows all operations
// that start with a word.
var apiGatewayVerbs = []struct{ operation, action string }{
	{"get", "apigateway:GET"}, {"create", "apigateway:POST"}, {"put", "apigateway:PUT"},
	{"update", "apigateway:PATCH"}, {"delete", "apigateway:DELETE"},
}

// actionOfAPI returns what allows an API operation that is no action itself.
func actionOfAPI(operation string) (action string, ok bool) {
	operation = strings.ToLower(operation)
	if name, ok := strings.CutPrefix(operation, "apigateway:"); ok {
		for _, v := range apiGatewayVerbs {
			if strings.HasPrefix(name, v.operation) {
				return v.action, true
			}
		}
	}
	action, ok = apiNames()[operation]
	return action, ok
}
