package catalog

import (
	"slices"
	"sync"
)

// A Catalog is the AWS data of one day.
type Catalog struct {
	date, source string

	services []Service // sorted by prefix
	prefixes []string
	actions  int

	globals     []ConditionKey
	vendors     table // of the third field of ARNs
	keyPrefixes table // of condition keys whose prefix is no service

	notes noteLists
}

var (
	defaultOnce    sync.Once
	defaultCatalog *Catalog
)

// Default returns the embedded data. The first call reads the list of
// services, and no service.
func Default() *Catalog {
	defaultOnce.Do(func() { defaultCatalog = open(awsText) })
	return defaultCatalog
}

// Date returns the day of the data, such as "2026-09-26". What AWS has added
// since is unknown here.
func (c *Catalog) Date() string { return c.date }

// Source names the package and version that the data comes from.
func (c *Catalog) Source() string { return c.source }

// Prefixes returns all service prefixes, sorted.
func (c *Catalog) Prefixes() []string { return c.prefixes }

// Services returns all services, sorted by prefix.
func (c *Catalog) Services() []Service { return c.services }

// Count returns how many services and actions there are.
func (c *Catalog) Count() (services, actions int) { return len(c.services), c.actions }

// Service returns the service with the prefix, in any case, or nil.
func (c *Catalog) Service(prefix string) *Service {
	i, ok := slices.BinarySearchFunc(c.prefixes, prefix, compareFold)
	if !ok {
		return nil
	}
	return &c.services[i]
}

// Action returns the action with the full name, such as "s3:GetObject", in any
// case, or nil. It takes no wildcards: see [Catalog.Expand].
func (c *Catalog) Action(name string) *Action {
	prefix, name, ok := cutColon(name)
	if !ok {
		return nil
	}
	s := c.Service(prefix)
	if s == nil {
		return nil
	}
	return s.Action(name)
}

// ARNServices returns the services with resources whose ARN has the vendor
// as its third field: usually one with that prefix, but "iam" also has
// resources that sts acts on. Vendors are case-sensitive.
func (c *Catalog) ARNServices(vendor string) []*Service {
	var list []*Service
	for prefix := range c.vendors.get(vendor) {
		list = append(list, c.Service(prefix))
	}
	return list
}

// SupportsRCP says whether resource control policies apply to the service.
func (c *Catalog) SupportsRCP(prefix string) bool {
	s := c.Service(prefix)
	return s != nil && s.rcp
}
