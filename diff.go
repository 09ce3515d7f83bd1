package iamlint

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// DiffOptions say what to compare.
type DiffOptions struct {
	// Old and New are two files, whatever their names, or two directories.
	Old, New Source

	Config *Config
	Vars   map[string]string // of Terraform's root variables
}

// A Source is one side of a comparison.
type Source struct {
	Dir   string   // that paths are relative to, and policies are named from
	Paths []string // files and directories in it; none is all of it
	// Shown is put before the paths of files.
	Shown string
	// Alone says that the one path is a file whose name does not count.
	Alone bool
}

// A Difference is what two sides grant that the other does not.
type Difference struct {
	// Verdict is whether the new side grants more: unknown is neither yes nor no.
	Verdict   access.Answer
	New, Lost []Change
}

// A Change is a request that only one side grants, or a statement of which that
// cannot be known.
type Change struct {
	access.Growth
	Policy    string // its name: the address in Terraform, or the path of the file
	Principal string // address of the user or role whose policies were compared together; "" if one policy was
	Report    *Report
	Shown     string // put before the paths of files
}

// Diff compares what policies grant. Those of a user or role of which all are
// known are compared together, others by name. Of what cannot be read nothing is
// known, unless it is the same on both sides. The error is about what was asked.
func Diff(opts DiffOptions) (*Difference, error) {
	before, err := opts.read(opts.Old)
	if err != nil {
		return nil, err
	}
	after, err := opts.read(opts.New)
	if err != nil {
		return nil, err
	}
	c := comparison{catalog: catalog.Default(), old: before, new: after, unchanged: unchanged{before, after, map[string]bool{}}}
	c.compareHolders()
	c.comparePolicies()
	c.compareProblems()
	return &c.result, nil
}

func (o DiffOptions) read(src Source) (*inventory, error) {
	r, err := Load(Options{Dir: src.Dir, Paths: src.Paths, Config: o.Config, Vars: o.Vars})
	if err != nil {
		return nil, err
	}
	return newInventory(r, src), nil
}

// An inventory is what one side has, by name.
type inventory struct {
	report   *Report
	shown    string
	alone    bool
	policies map[string]*policy.Document
	holders  map[string]holder
	scopes   map[string]*policy.Scope // by the name of a policy or holder
}

// A holder is a user or role with all its policies.
type holder struct {
	grants access.Grants
	names  []string // of the policies
}

func newInventory(r *Report, src Source) *inventory {
	inv := &inventory{
		report: r, shown: src.Shown, alone: src.Alone,
		policies: map[string]*policy.Document{}, holders: map[string]holder{}, scopes: map[string]*policy.Scope{},
	}
	for _, scope := range r.Scopes {
		names := map[*policy.Document]string{}
		for _, d := range scope.Policies {
			name := inv.nameOf(scope, d, src)
			names[d] = name
			inv.policies[name], inv.scopes[name] = d, scope
		}
		for _, id := range scope.Identities {
			if g, ok := grantsOf(scope, id); ok {
				h := holder{grants: g}
				for _, d := range g.Policies {
					h.names = append(h.names, names[d])
				}
				name := scopePrefix(r, scope) + id.Address
				inv.holders[name], inv.scopes[name] = h, scope
			}
		}
	}
	return inv
}

// nameOf returns what pairs a policy with that of the other side.
func (inv *inventory) nameOf(scope *policy.Scope, d *policy.Document, src Source) string {
	name := d.Name
	if src.Alone {
		_, pointer, _ := strings.Cut(name, "#")
		name = "policy"
		if pointer != "" {
			name += "#" + pointer
		}
	} else {
		if rest, ok := strings.CutPrefix(name, scope.Name); ok {
			name = shownPath(inv.report.places.dir, scope.Name) + rest
		}
		name = scopePrefix(inv.report, scope) + name
	}
	if d.Twin != nil {
		name += " as " + d.Kind.String() + " " + strings.Join(d.Instances, " ")
	}
	return name
}

// scopePrefix returns the directory that addresses of a scope are relative to.
func scopePrefix(r *Report, scope *policy.Scope) string {
	name := shownPath(r.places.dir, scope.Name)
	if name == "." || strings.HasSuffix(name, ".json") {
		return ""
	}
	return name + "#"
}

// grantsOf returns all policies of a user or role; not ok if it may have others.
func grantsOf(scope *policy.Scope, id *policy.IdentityFacts) (access.Grants, bool) {
	var g access.Grants
	if id.Undeclared || id.Type != policy.User && id.Type != policy.Role {
		return g, false
	}
	lists := [][]policy.Attached{id.Policies}
	for _, group := range id.Groups {
		i := slices.IndexFunc(scope.Identities, func(other *policy.IdentityFacts) bool { return other.Address == group })
		if i < 0 || scope.Identities[i].Undeclared {
			return g, false
		}
		lists = append(lists, scope.Identities[i].Policies)
	}
	for _, a := range slices.Concat(lists...) {
		if a.Document == nil || a.Document.Unresolved {
			return g, false
		}
		g.Policies = append(g.Policies, a.Document)
	}
	if id.Boundary != nil {
		if id.Boundary.Document == nil || id.Boundary.Document.Unresolved {
			return g, false
		}
		g.Limit = []*policy.Document{id.Boundary.Document}
	}
	return g, len(g.Policies) > 0
}
