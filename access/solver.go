package access

import "github.com/iamlint/iamlint/catalog"

// A Budget bounds the work of a question. Steps are counted and not time, so
// that answers do not depend on the machine.
type Budget struct {
	Steps int // of a question: tokens compared, states and boxes looked at
	Boxes int // that a question looks at
}

// DefaultBudget is enough for the questions about AWS's own policies.
var DefaultBudget = Budget{Steps: maxSteps, Boxes: 4000}

// A solver answers questions about sets of requests. What it has found out about
// conjunctions is kept.
type solver struct {
	catalog *catalog.Catalog
	table   *actionTable
	left    int
	boxes   int

	conjunctions int // how many there are
	joined       map[joined]join

	texts map[int]textAnswer // resources, and names of actions
	whos  map[int]whoAnswer
	keys  map[int]keyAnswer
	types map[string]keyType

	formsOf map[formKey]bool // whether a resource of the format meets the demands
}

type textAnswer struct {
	star   bool
	word   *word
	answer Answer
}

type whoAnswer struct {
	who    who
	answer Answer
}

type keyAnswer struct {
	point  keyPoint
	answer Answer
}

func newSolver(table *actionTable, budget Budget) *solver {
	return &solver{
		catalog: table.catalog, table: table, left: budget.Steps, boxes: budget.Boxes,
		joined: map[joined]join{}, texts: map[int]textAnswer{}, whos: map[int]whoAnswer{}, keys: map[int]keyAnswer{},
		types: map[string]keyType{}, formsOf: map[formKey]bool{},
	}
}

// anyAction is the form of all names of actions.
var anyAction = actionPattern("?*:?*")

// beyond says whether a name that the catalog does not have meets the demands.
func (x *solver) beyond(c conjunction) Answer {
	known, ok := x.texts[c.id]
	if !ok {
		demands := make([]textDemand, len(c.list))
		for i, p := range c.list {
			demands[i] = textDemand{&p.demand.actions.beyond, p.out}
		}
		known.word, known.answer = findText(demands, anyAction, &x.left)
		x.texts[c.id] = known
	}
	return known.answer
}

// resource says whether a resource meets the demands.
func (x *solver) resource(c conjunction) Answer { return x.findResource(c).answer }

func (x *solver) findResource(c conjunction) textAnswer {
	known, ok := x.texts[c.id]
	if ok {
		return known
	}
	demands := make([]textDemand, len(c.list))
	known.star = true
	for i, p := range c.list {
		demands[i] = textDemand{p.demand.resources, p.out}
		known.star = known.star && p.demand.resources.star != p.out
	}
	known.word, known.answer = findText(demands, anyResource, &x.left)
	if known.star {
		known.answer = Yes
	}
	x.texts[c.id] = known
	return known
}

// anyResource matches the ARNs that resources have.
var anyResource = literalPattern("arn:*:*:*:*:*")

// principal says whether somebody meets the demands.
func (x *solver) principal(c conjunction) Answer { return x.findWho(c).answer }

func (x *solver) findWho(c conjunction) whoAnswer {
	known, ok := x.whos[c.id]
	if !ok {
		demands := make([]principalDemand, len(c.list))
		for i, p := range c.list {
			x.left -= len(p.demand.principals.names) + 1
			demands[i] = principalDemand{p.demand.principals, p.out}
		}
		found := false
		known.who, found = findPrincipal(demands)
		known.answer = answerIf(found)
		x.whos[c.id] = known
	}
	return known
}

// key says whether the demands on a condition key can be met.
func (x *solver) key(c conjunction) Answer { return x.findKey(c).answer }

func (x *solver) findKey(k conjunction) keyAnswer {
	known, ok := x.keys[k.id]
	if !ok {
		x.left -= len(k.list)
		demands := make([]keyDemand, len(k.list))
		for i, p := range k.list {
			demands[i] = keyDemand{p.demand.key, p.out}
		}
		known.point, known.answer = findKey(demands, x.typeOf(k.list[0].demand.key.key), &x.left)
		x.keys[k.id] = known
	}
	return known
}

func (x *solver) typeOf(key string) keyType {
	t, ok := x.types[key]
	if !ok {
		t = keyTypeOf(x.catalog, key)
		x.types[key] = t
	}
	return t
}
