package rules

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/iamlint/iamlint/catalog"
)

// bucketMisses are actions of a statement on S3 buckets whose only resources
// are objects, or the other way round.
type bucketMisses struct {
	misfits   []misfit
	objects   bool           // the actions work on objects
	resources []*fitResource // the buckets, or else the objects
}

// bucketMisses returns what of the missed actions is of that sort.
func (m *statementFit) bucketMisses() (all []bucketMisses) {
	for _, objects := range []bool{true, false} {
		b := bucketMisses{objects: objects}
		for _, a := range m.missed {
			if workOn(a.actions, objects) {
				b.misfits = append(b.misfits, a)
			}
		}
		for i := range m.resources {
			if r := &m.resources[i]; r.isBucketOrObject(!objects) {
				b.resources = append(b.resources, r)
			}
		}
		if len(b.misfits) > 0 && len(b.resources) > 0 {
			all = append(all, b)
		}
	}
	return all
}

// workOn says whether all of the actions of a service work on objects, or all on
// buckets, of Amazon S3.
func workOn(actions []*catalog.Action, objects bool) bool {
	if actions[0].Service().Prefix() != "s3" {
		return false
	}
	end := bucketFormat
	if objects {
		end = objectFormat
	}
	for _, action := range actions {
		if !slices.ContainsFunc(formatsOf(action), func(f string) bool { return strings.HasSuffix(f, end) }) {
			return false
		}
	}
	return true
}

// isBucketOrObject says whether the resource certainly is an object, or else a
// bucket, of Amazon S3.
func (r *fitResource) isBucketOrObject(object bool) bool {
	if r.vendor != "s3" || r.open || !r.isEmpty(arnRegion) || !r.isEmpty(arnAccount) {
		return false
	}
	return hasSlash(r.arn.text(arnResource)) == object
}

func (r *fitResource) isEmpty(f arnField) bool { return r.arn.text(f) == "" && r.arn.known(f) }

// fix returns the edits that add the form of the resource that is missing, and
// what they do. The form that is there stays if another action needs it.
func (b *bucketMisses) fix(p *Pass, m *statementFit) (message string, edits []analysis.TextEdit, ok bool) {
	if p.Policy.IsInstance() {
		return "", nil, false
	}
	form := b.other(b.resources[0])
	for _, r := range b.resources {
		if form == "" || b.other(r) != form {
			return "", nil, false
		}
	}
	first := b.resources[0]
	if len(b.resources) == 1 && !first.used && m.sure {
		edits, ok = p.Replace(*first.value, form)
		return "write " + form, edits, ok
	}
	edits, ok = p.Append(*first.list, form)
	return "add " + form, edits, ok
}

// other returns the ARN of the objects of a bucket, or that of the bucket of
// objects; nothing if all of it is not known.
func (b *bucketMisses) other(r *fitResource) string {
	text, known := r.value.Literal()
	if !known {
		return ""
	}
	if b.objects {
		return text + "/*"
	}
	bucket, _, _ := strings.Cut(text, "/")
	return bucket
}

// inWords says what the actions work on, and what they are given.
func (b *bucketMisses) inWords() string {
	work, given := "buckets", "an object"
	if b.objects {
		work, given = "objects", "a bucket"
	}
	verb, is := "works", "is "+given+" ARN"
	if len(b.misfits) > 1 {
		verb = "work"
	}
	if len(b.resources) > 1 {
		_, noun, _ := strings.Cut(given, " ")
		is = "are " + noun + " ARNs"
	}
	return misfitsInWords(b.misfits) + " " + verb + " on " + work + "; " + fitResourcesInWords(b.resources) + " " + is
}
