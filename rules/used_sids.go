package rules

import (
	"strconv"

	"github.com/iamlint/iamlint/policy"
)

// usedSids are the Sids of a policy.
type usedSids struct {
	first map[string]*policy.Statement // that has the Sid and is certainly there
	taken map[string]int               // the number that was appended to the Sid last
}

func (u *usedSids) add(s *policy.Statement) {
	sid := s.SidText()
	if _, ok := u.first[sid]; !ok && sid != "" && !s.Optional {
		u.first[sid] = s
	}
}

// free returns the Sid with a number that makes it unique.
func (u *usedSids) free(sid string) string {
	if u.taken == nil {
		u.taken = map[string]int{}
	}
	for n := max(2, u.taken[sid]+1); ; n++ {
		if free := sid + strconv.Itoa(n); u.first[free] == nil {
			u.taken[sid] = n
			return free
		}
	}
}
