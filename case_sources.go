package iamlint

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
	"github.com/iamlint/iamlint/policy"
)

// sources read the policies of a case, each file and directory once.
type sources struct {
	options Options
	read    map[string]*Report // by path
	reports map[*policy.Document]*Report
}

func newSources(c Case) *sources {
	return &sources{
		options: Options{Dir: c.Dir, Config: c.Config, Vars: c.Vars},
		read:    map[string]*Report{}, reports: map[*policy.Document]*Report{},
	}
}

// fill reads the policies that a case names.
func (s *sources) fill(p *access.Policies, c Case) error {
	one := func(to *[]*policy.Document, kind policy.Kind, refs []string) error {
		if len(refs) == 0 {
			return nil
		}
		docs, err := s.documents(refs, kind)
		*to = docs
		return err
	}
	levels := func(to *[][]*policy.Document, kind policy.Kind, refs [][]string) error {
		for _, level := range refs {
			docs, err := s.documents(level, kind)
			if err != nil {
				return err
			}
			*to = append(*to, docs)
		}
		return nil
	}
	var resource []*policy.Document
	if c.ResourcePolicy != "" {
		kind := policy.Resource
		if strings.HasPrefix(strings.ToLower(c.Action), "sts:") {
			kind = policy.Trust
		}
		if err := one(&resource, kind, []string{c.ResourcePolicy}); err != nil {
			return err
		}
		if len(resource) > 1 {
			return fmt.Errorf("%s holds %d policies: a resource has one; name it behind a #", c.ResourcePolicy, len(resource))
		}
		p.Resource = resource[0]
	}
	return errors.Join(
		one(&p.Identity, policy.Identity, c.Identity),
		one(&p.Boundary, policy.Boundary, c.Boundary),
		one(&p.Session, policy.Session, c.Session),
		one(&p.Endpoint, policy.VPCEndpoint, c.Endpoint),
		levels(&p.SCPs, policy.SCP, c.SCPs),
		levels(&p.RCPs, policy.RCP, c.RCPs),
	)
}

// documents reads policies, all of which are of a kind.
func (s *sources) documents(refs []string, kind policy.Kind) ([]*policy.Document, error) {
	docs := make([]*policy.Document, 0, len(refs))
	for _, ref := range refs {
		found, err := s.lookUp(ref)
		if err != nil {
			return nil, err
		}
		for _, d := range found {
			if d.Guessed || d.Kind == policy.Unknown {
				d.Kind = kind
			}
		}
		docs = append(docs, found...)
	}
	return docs, nil
}

// lookUp returns the policies that a reference names.
func (s *sources) lookUp(ref string) ([]*policy.Document, error) {
	if strings.HasPrefix(strings.TrimSpace(ref), "{") {
		return s.inline(ref)
	}
	path, address, _ := strings.Cut(ref, "#")
	report, err := s.load(path)
	if err != nil {
		return nil, err
	}
	var found []*policy.Document
	var names []string
	for _, scope := range report.Scopes {
		for _, d := range scope.Policies {
			name := d.Name[strings.LastIndexByte(d.Name, '#')+1:]
			if address == "" || d.Name == address || name == address || usedAs(d, address) {
				found = append(found, d)
			}
			names = append(names, name)
		}
	}
	switch near, ok := catalog.Nearest(address, names); {
	case len(found) > 0:
		return found, nil
	case address == "":
		return nil, fmt.Errorf("%s: there is no policy in it", path)
	case ok:
		return nil, fmt.Errorf("%s: there is no policy %s; did you mean %s?", path, address, near)
	}
	return nil, fmt.Errorf("%s: there is no policy %s", path, address)
}

// usedAs says whether the resource at an address has the policy.
func usedAs(d *policy.Document, address string) bool {
	for _, u := range d.Uses {
		if u.Address == address {
			return true
		}
	}
	return false
}

// load reads a file or directory.
func (s *sources) load(path string) (*Report, error) {
	path = filepath.Clean(path)
	if r, ok := s.read[path]; ok {
		return r, nil
	}
	opts := s.options
	opts.Paths = []string{path}
	r, err := s.report(opts)
	s.read[path] = r
	return r, err
}

// inlineName is what policies that are given as text are called.
const inlineName = "inline.json"

// inline reads a policy that is given as its text.
func (s *sources) inline(text string) ([]*policy.Document, error) {
	opts := s.options
	opts.Paths, opts.Stdin, opts.StdinName = []string{"-"}, []byte(text), filepath.Join(opts.Dir, inlineName)
	r, err := s.report(opts)
	if err != nil {
		return nil, err
	}
	if len(r.Scopes) == 0 {
		return nil, fmt.Errorf("%.40q is no policy", text)
	}
	return r.Scopes[0].Policies, nil
}

// report reads, and refuses what cannot be read in full: a decision would rest
// on less than was asked for.
func (s *sources) report(opts Options) (*Report, error) {
	r, err := Load(opts)
	if err != nil {
		return nil, err
	}
	for _, p := range r.problems {
		at := r.Position(p.Pos())
		return nil, fmt.Errorf("%s:%d:%d: %s", at.Filename, at.Line, at.Column, p.Message)
	}
	for _, scope := range r.Scopes {
		for _, d := range scope.Policies {
			s.reports[d] = r
		}
	}
	return r, nil
}
