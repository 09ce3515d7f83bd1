package rules

import (
	_ "embed"
	"math"
	"strconv"
	"strings"

	"github.com/iamlint/iamlint/policy"
)

//go:embed quotas.txt
var quotasText string

// A quota is how large a policy may be, or how many of something it or an
// identity may have.
type quota struct {
	limit  int
	most   int // that the limit can be raised to; zero if it cannot
	counts counting
}

type quotaKey struct {
	kind  policy.Kind
	where string
	of    string // "size", or what is counted
}

// quotas are the lines of quotas.txt.
var quotas = func() map[quotaKey]quota {
	all := map[quotaKey]quota{}
	for line := range dataLines(quotasText) {
		f := strings.Fields(line)
		var q quota
		of := f[3]
		if unit, ok := countings[of]; ok {
			q.counts, of = unit, "size"
		}
		q.limit, _ = strconv.Atoi(f[2])
		if len(f) > 4 {
			q.most = math.MaxInt
			if n, err := strconv.Atoi(f[4]); err == nil {
				q.most = n
			}
		}
		kind, _ := policy.ParseKind(f[0])
		all[quotaKey{kind, strings.Trim(f[1], "-"), of}] = q
	}
	return all
}()

// quota returns the quota for the size of a policy of the kind at a place, as
// far as the account has not had it raised.
func (p *Pass) quota(kind policy.Kind, where string) (quota, bool) {
	q, ok := quotas[quotaKey{kind, where, "size"}]
	inline := kind == policy.Identity && where != managedPlace
	if raised := p.Config.Quotas[kind]; ok && raised > 0 && !inline {
		q.limit, q.most = raised, 0
	}
	return q, ok
}

const managedPlace = "managed"

// identityPlaces are the resource types that hold identity policies, and where
// that is in quotas.txt, by how much room there is.
var identityPlaces = [...]struct{ resource, where string }{
	{"aws_iam_user_policy", "user"}, {"aws_iam_group_policy", "group"}, {"aws_iam_policy", managedPlace},
	{"aws_iam_role_policy", "role"}, {"aws_iam_role", "role"},
}

// identityPlace returns where the document is used as an identity policy, of
// several the one that has the least room; "" if it is not known. What one of
// several instances is used for is one of the things that all are used for: it
// is the one that has the most room.
func identityPlace(d *policy.Document) string {
	if d.IsInstance() {
		most := -1
		for i := range d.Twin.Uses {
			place := placeOfUse(&d.Twin.Uses[i])
			if place < 0 {
				return ""
			}
			most = max(most, place)
		}
		return whereOf(most)
	}
	least := -1
	for i := range d.Uses {
		if place := placeOfUse(&d.Uses[i]); place >= 0 && (least < 0 || place < least) {
			least = place
		}
	}
	return whereOf(least)
}

// placeOfUse returns the index in identityPlaces of what uses a document, -1 if
// it is not there.
func placeOfUse(u *policy.Use) int {
	for i, place := range identityPlaces {
		if strings.Contains("."+u.Address, "."+place.resource+".") {
			return i
		}
	}
	return -1
}

func whereOf(place int) string {
	if place < 0 {
		return ""
	}
	return identityPlaces[place].where
}
