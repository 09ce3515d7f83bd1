package rules

import (
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

const (
	digits         = "0123456789"
	lowerAndDigits = "abcdefghijklmnopqrstuvwxyz" + digits
)

// consistsOf says whether the text is of a length, and of some characters only.
func consistsOf(text, chars string, least, most int) bool {
	return least <= len(text) && len(text) <= most && strings.Trim(text, chars) == ""
}

func isVPC(text string) bool      { return isResourceID(text, "vpc-") }
func isEndpoint(text string) bool { return isResourceID(text, "vpce-") }

// isResourceID says whether the text is an id of EC2: eight characters, or 17
// since 2018.
func isResourceID(text, prefix string) bool {
	id, ok := strings.CutPrefix(text, prefix)
	return ok && (len(id) == 8 || len(id) == 17) && consistsOf(id, lowerAndDigits, 8, 17)
}

// isOrganizationID says whether the text is one.
//
// Source: AWS Organizations API Reference, Organization, pattern of Id.
func isOrganizationID(text string) bool {
	id, ok := strings.CutPrefix(text, "o-")
	return ok && consistsOf(id, lowerAndDigits, 10, 32)
}

// isOrganizationPath says whether the text is the path of an account's place
// in an organization: its id, the root and units below, each with a slash.
//
// Source: AWS IAM User Guide, "Understand the AWS Organizations entity path".
func isOrganizationPath(text string) bool {
	path, ok := strings.CutSuffix(text, "/")
	parts := strings.Split(path, "/")
	if !ok || len(parts) < 2 || !isOrganizationID(parts[0]) {
		return false
	}
	root, ok := strings.CutPrefix(parts[1], "r-")
	if !ok || !consistsOf(root, lowerAndDigits, 4, 32) {
		return false
	}
	for _, unit := range parts[2:] {
		id, ok := strings.CutPrefix(unit, "ou-")
		root, id, _ := strings.Cut(id, "-")
		if !ok || !consistsOf(root, lowerAndDigits, 4, 32) || !consistsOf(id, lowerAndDigits, 8, 32) {
			return false
		}
	}
	return true
}

func isAccountID(text string) bool { return consistsOf(text, digits, 12, 12) }

// isKnownRegion says whether the text is a Region; what endpoint lists call the
// Region of global services passes, too.
func isKnownRegion(text string) bool {
	p := catalog.PartitionOfRegion(text)
	return p != nil && p.HasRegion(text) || isPseudoRegion(text)
}

func isPseudoRegion(text string) bool {
	for _, p := range catalog.Partitions() {
		if text == p.PseudoRegion && text != "" {
			return true
		}
	}
	return false
}

// isServiceName says whether the text is a host name of a partition, as names
// of services are.
func isServiceName(text string) bool { return serviceInHost(text) != "" }

// isRegionalService says whether the text is a service, its Region and the
// domain of a partition.
func isRegionalService(text string) bool {
	host := serviceInHost(text)
	i := strings.LastIndexByte(host, '.')
	return i > 0 && catalog.PartitionOfRegion(host[i+1:]) != nil
}

// serviceInHost returns what stands in front of a partition's domain.
func serviceInHost(text string) string {
	host, ok := cutServiceSuffix(text)
	if strings.HasSuffix(text, ".amazon.com") && !strings.HasPrefix(text, "alexa-") {
		return "" // a mistake for amazonaws.com
	}
	if ok && consistsOf(host, lowerAndDigits+".-", 1, 253) && !strings.Contains("."+host+".", "..") {
		return host
	}
	return ""
}

// isKeyARN says whether the text is the ARN of a key, not of an alias.
func isKeyARN(text string) bool {
	fields := strings.SplitN(text, ":", 6)
	return len(fields) == 6 && fields[0] == "arn" && fields[2] == "kms" && strings.HasPrefix(fields[5], "key/")
}
