package catalog

import "strings"

// A Level is a set of AWS's access levels. An action that tags or that manages
// permissions usually has Write too. The level does not tell how dangerous an
// action is: iam:PassRole and iam:CreateAccessKey are plain Write.
type Level uint8

// The access levels.
const (
	Read Level = 1 << iota
	List
	Write
	Tagging
	PermissionsManagement
)

// levelNames are the names in AWS's documentation, in the order it lists two of them.
var levelNames = [...]struct {
	level Level
	name  string
}{
	{PermissionsManagement, "Permissions management"},
	{Tagging, "Tagging"},
	{Read, "Read"},
	{List, "List"},
	{Write, "Write"},
}

// Has says whether all levels of m are in l.
func (l Level) Has(m Level) bool { return l&m == m }

// String returns the names as AWS writes them: "Permissions management, Write".
func (l Level) String() string {
	var names []string
	for _, n := range levelNames {
		if l.Has(n.level) {
			names = append(names, n.name)
		}
	}
	return strings.Join(names, ", ")
}

// readLevels decodes letters.
func readLevels(letters string) Level {
	var l Level
	for i := range len(letters) {
		switch letters[i] {
		case 'R':
			l |= Read
		case 'L':
			l |= List
		case 'W':
			l |= Write
		case 'T':
			l |= Tagging
		case 'P':
			l |= PermissionsManagement
		default:
			panic("catalog: data has unknown access level " + letters)
		}
	}
	return l
}
