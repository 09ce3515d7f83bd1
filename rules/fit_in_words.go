package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// misfitsInWords lists the actions as the policy writes them.
func misfitsInWords(misfits []misfit) string {
	texts := make([]string, len(misfits))
	for i := range misfits {
		texts[i] = misfits[i].text()
	}
	return listed(texts)
}

// fitResourcesInWords lists the resources as the policy writes them.
func fitResourcesInWords(resources []*fitResource) string {
	texts := make([]string, len(resources))
	for i, r := range resources {
		texts[i] = r.value.String()
	}
	return listed(texts)
}

// maxNeeds is how many formats a message gives.
const maxNeeds = 3

// needInWords returns the formats of the ARNs that the actions take, with * for
// what varies.
func needInWords(actions []*catalog.Action) string {
	var needs []string
	for _, a := range actions {
		for _, format := range formatsOf(a) {
			if need := formatPart.ReplaceAllString(format, "*"); !slices.Contains(needs, need) {
				needs = append(needs, need)
			}
		}
	}
	if len(needs) > maxNeeds {
		needs = append(needs[:maxNeeds], "others")
	}
	return strings.Join(needs, " or ")
}
