package main

import "github.com/iamlint/iamlint/catalog"

type jsonActions struct {
	Version int          `json:"version"`
	Actions []jsonAction `json:"actions"`
}

type jsonAction struct {
	Action           string   `json:"action"`
	Levels           []string `json:"levels"`
	ResourceTypes    []string `json:"resource_types"`
	ConditionKeys    []string `json:"condition_keys"`
	DependentActions []string `json:"dependent_actions,omitempty"`
}

func (c *command) printActionsJSON(found []*catalog.Action) error {
	answer := jsonActions{Version: jsonVersion, Actions: make([]jsonAction, len(found))}
	for i, a := range found {
		answer.Actions[i] = jsonAction{
			Action: a.FullName(), Levels: levelNames(a.Levels),
			ResourceTypes: orEmpty(resourceTypes(a)), ConditionKeys: orEmpty(a.ConditionKeys()),
			DependentActions: a.DependentActions(),
		}
	}
	return encodeJSON(c.out, answer)
}

// levelNames returns the names of access levels as AWS writes them.
func levelNames(l catalog.Level) []string {
	names := []string{}
	for m := catalog.Read; m <= catalog.PermissionsManagement; m <<= 1 {
		if l.Has(m) {
			names = append(names, m.String())
		}
	}
	return names
}

// orEmpty makes JSON write a list, not null.
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
