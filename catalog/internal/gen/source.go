package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A source is the facts of one package. Descriptions are not even read.
type source struct {
	spec        npmPackage
	date        string // of the AWS data: "2026-09-26"
	services    []*service
	globals     []conditionKey
	keyPrefixes map[string][]string // condition key prefixes that are no service: "catalog" → aws-marketplace
}

type service struct {
	prefix, name string
	rcp          bool
	actions      []action
	types        []resourceType
	keys         []conditionKey
}

type action struct {
	Name             string
	AccessLevel      string
	ResourceTypes    []actionResource
	ConditionKeys    []string
	DependentActions []string
}

type actionResource struct {
	Name             string
	Required         bool
	ConditionKeys    []string
	DependentActions []string
}

type resourceType struct {
	Key           string
	ARN           string // one format, or several separated by ", "
	ConditionKeys []string
}

type conditionKey struct{ Key, Type string }

// readSource reads an unpacked package.
func readSource(spec npmPackage, dir string) (*source, error) {
	var pkg struct{ Version, UpdatedAt string }
	if err := readJSON(&pkg, dir, "package.json"); err != nil {
		return nil, err
	}
	if pkg.Version != spec.version {
		return nil, fmt.Errorf("%s holds version %s, want %s", dir, pkg.Version, spec.version)
	}
	src := &source{spec: spec}
	src.date, _, _ = strings.Cut(pkg.UpdatedAt, "T")
	var prefixes, rcp []string
	var names map[string]string
	data := filepath.Join(dir, "data")
	for file, v := range map[string]any{
		"services.json": &prefixes, "serviceNames.json": &names,
		"unassociatedConditions.json": &src.keyPrefixes, "rcpSupportedServices.json": &rcp,
	} {
		// Older versions lack the last two, and nothing is wanted of them.
		if err := readJSON(v, data, file); err != nil && !(os.IsNotExist(err) && spec != dataPackage) {
			return nil, err
		}
	}
	slices.Sort(prefixes)
	for _, prefix := range prefixes {
		s, err := readService(data, prefix)
		if err != nil {
			return nil, err
		}
		s.name, s.rcp = names[prefix], slices.Contains(rcp, prefix)
		src.services = append(src.services, s)
	}
	var err error
	src.globals, err = readGlobals(dir)
	return src, err
}

// readService reads the three files of one service.
func readService(data, prefix string) (*service, error) {
	var actions map[string]action
	var types map[string]resourceType
	var keys map[string]conditionKey
	file := prefix + ".json"
	if err := readJSON(&actions, data, "actions", file); err != nil {
		return nil, err
	}
	if err := readJSON(&types, data, "resourceTypes", file); err != nil {
		return nil, err
	}
	if err := readJSON(&keys, data, "conditionKeys", file); err != nil {
		return nil, err
	}
	return &service{prefix: prefix, actions: values(actions), types: values(types), keys: values(keys)}, nil
}

// values returns the values sorted by key. Keys are lower-case names, so
// this is the order of names without regard to case that the catalog searches in.
func values[V any](m map[string]V) []V {
	names := make([]string, 0, len(m))
	for k := range m {
		names = append(names, k)
	}
	slices.Sort(names)
	list := make([]V, len(names))
	for i, k := range names {
		list[i] = m[k]
	}
	return list
}

func readJSON(v any, path ...string) error {
	file := filepath.Join(path...)
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, v); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}
