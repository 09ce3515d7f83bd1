package catalog

import (
	"slices"
	"strings"
	"sync"
)

// A Service is what AWS calls a service in policies: all actions with one prefix.
type Service struct {
	prefix, name string
	count        int
	first        int // index of the first action among all
	rcp          bool

	namesText, detailsText string

	namesOnce sync.Once
	actions   []Action

	detailsOnce sync.Once
	details     details
}

// Prefix returns what stands before the colon of the service's actions, in lower case.
func (s *Service) Prefix() string { return s.prefix }

// Name returns the service's name in AWS's documentation, such as "Amazon S3".
func (s *Service) Name() string { return s.name }

// Count returns how many actions the service has.
func (s *Service) Count() int { return s.count }

// Actions returns the service's actions, sorted by name without regard to case.
func (s *Service) Actions() []Action {
	s.namesOnce.Do(s.readNames)
	return s.actions
}

// Action returns the action with the name, in any case, or nil. It is asked for
// every action of every policy: names between two that start alike do so too,
// and are not compared from their first byte.
func (s *Service) Action(name string) *Action {
	i, ok := s.find(name)
	if !ok {
		return nil
	}
	return &s.actions[i]
}

// find returns the index of the service's action with the name, in any case.
func (s *Service) find(name string) (int, bool) {
	actions := s.Actions()
	from, to := 0, len(actions)
	sameFrom, sameTo := 0, 0
	for from < to {
		i := (from + to) / 2
		same := sameFold(actions[i].Name, name, min(sameFrom, sameTo))
		switch order := compareFoldAt(actions[i].Name, name, same); {
		case order < 0:
			from, sameFrom = i+1, same
		case order > 0:
			to, sameTo = i, same
		default:
			return i, true
		}
	}
	return 0, false
}

// readNames decodes the lines of actions.
func (s *Service) readNames() {
	r := reader{s.namesText}
	s.actions = make([]Action, s.count)
	for i := range s.actions {
		line := r.line()
		a := &s.actions[i]
		a.service = s
		a.Levels = readLevels(field(&line))
		a.Name = field(&line)
		a.letters = lettersOf(a.Name)
		if line != "" {
			a.resources = listNumber(field(&line))
			a.keys = listNumber(field(&line))
			a.dependents = listNumber(line)
		}
	}
	r.end()
}

// ResourceTypes returns the service's resource types, sorted by name without regard to case.
func (s *Service) ResourceTypes() []ResourceType { return s.detail().types }

// ResourceType returns the resource type with the name, in any case, or nil.
func (s *Service) ResourceType(name string) *ResourceType {
	types := s.ResourceTypes()
	i, ok := slices.BinarySearchFunc(types, name, func(t ResourceType, name string) int {
		return compareFold(t.Name, name)
	})
	if !ok {
		return nil
	}
	return &types[i]
}

// ConditionKeys returns the condition keys that AWS documents for the service:
// its own, some global ones, and a few of other services. They are sorted by
// name without regard to case.
func (s *Service) ConditionKeys() []ConditionKey { return s.detail().keys }

// ConditionKey returns the key with the full name, such as "s3:prefix", in any
// case, or nil. A name that fills in the variable part of a documented key,
// such as "s3:ExistingObjectTag/team", gives that key.
func (s *Service) ConditionKey(name string) *ConditionKey {
	return findConditionKey(s.ConditionKeys(), name)
}

// cutColon splits a full name at its first colon.
func cutColon(name string) (prefix, rest string, ok bool) { return strings.Cut(name, ":") }
