package access

import (
	"strings"

	"github.com/iamlint/iamlint/catalog"
)

// A keyPoint is what a request has for a condition key: the known values, or a
// word each; none is that the key is absent.
type keyPoint struct {
	values []string
	words  []*word // by value; nil where it is known
}

// A keyType is what is known of the values of a condition key.
type keyType struct {
	name       string // of AWS's types: "String", "Bool"
	multiple   bool   // a request may carry several values
	everywhere bool   // every request has it
}

func keyTypeOf(c *catalog.Catalog, key string) keyType {
	t := keyType{everywhere: isEverywhere(key)}
	if k := c.ConditionKey(key); k != nil {
		t.name, t.multiple = k.ValueType(), k.Multivalued()
	}
	return t
}

// isEverywhere says whether every request has the key.
//
// Source: AWS IAM User Guide, "AWS global condition context keys".
func isEverywhere(key string) bool {
	switch key {
	case "aws:securetransport", "aws:currenttime", "aws:epochtime":
		return true
	}
	return false
}

// findKey returns what a request can have for a key to meet all demands: Yes, or
// No if there is nothing, or Unknown.
func findKey(demands []keyDemand, t keyType, left *int) (keyPoint, Answer) {
	absent := !anyOf(demands, func(d keyDemand) bool { return !d.metBy(nil) })
	if absent && !t.everywhere {
		return keyPoint{}, Yes
	}
	f := finder{demands: demands, kind: t, left: left}
	p, answer := f.single()
	if answer != Yes && (t.multiple || anyOf(demands, func(d keyDemand) bool { return d.set.how == allValues || d.set.how == someValue })) {
		several, found := f.several()
		if found == Yes {
			return several, Yes
		}
		answer = answer.or(found)
	}
	if answer != Yes && absent { // nothing else will do: somebody may be wrong about the key
		return keyPoint{}, Yes
	}
	return p, answer
}

func anyOf[T any](list []T, is func(T) bool) bool {
	for _, v := range list {
		if is(v) {
			return true
		}
	}
	return false
}

// A finder looks for values of one key.
type finder struct {
	demands []keyDemand
	kind    keyType
	left    *int
}

// A valueDemand is a demand on one value: to be in the set, or not.
type valueDemand struct {
	set *valueSet
	out bool
	// orEmpty says that the empty string meets it too.
	orEmpty bool
}

func (d valueDemand) metBy(value string) bool {
	return d.orEmpty && value == "" || d.set.has(value) != d.out
}

// single looks for one value.
func (f *finder) single() (keyPoint, Answer) {
	var list []valueDemand
	for _, d := range f.demands {
		switch {
		case d.set.how == noValue:
			if d.set.present == d.out {
				return keyPoint{}, No
			}
		case d.set.how == allValues && d.out:
			list = append(list, valueDemand{set: d.set.values, out: true}, notEmpty)
		default:
			list = append(list, valueDemand{set: d.set.values, out: d.out, orEmpty: d.set.how == allValues})
		}
	}
	return f.one(list)
}

// notEmpty is the demand for a string that is not empty.
var notEmpty = valueDemand{set: &valueSet{family: StringOperator, text: &textSet{patterns: []*Pattern{{}}}}, out: true}

// several looks for at least two values. Those that must be there are chosen one
// by one: each demand for some value is met by one.
func (f *finder) several() (keyPoint, Answer) {
	var every []valueDemand  // of all values
	var some [][]valueDemand // of some value each
	for _, d := range f.demands {
		switch {
		case d.set.how == noValue:
			if d.set.present == d.out {
				return keyPoint{}, No
			}
		case d.set.how == oneValue:
			if !d.out {
				return keyPoint{}, No // is for one value
			}
		case (d.set.how == allValues || d.set.how == eachValue) && !d.out:
			every = append(every, valueDemand{set: d.set.values, orEmpty: d.set.how == allValues})
		case d.set.how == allValues:
			some = append(some, []valueDemand{{set: d.set.values, out: true}, notEmpty})
		case !d.out:
			some = append(some, []valueDemand{{set: d.set.values}})
		default:
			every = append(every, valueDemand{set: d.set.values, out: true})
		}
	}
	for len(some) < 2 {
		some = append(some, nil)
	}
	var p keyPoint
	seen := map[string]bool{}
	for _, demand := range some {
		v, answer := f.one(append(append([]valueDemand(nil), every...), demand...))
		if answer != Yes {
			return keyPoint{}, answer
		}
		if v.words[0] == nil && seen[v.values[0]] {
			continue
		}
		seen[v.values[0]] = true
		p.values, p.words = append(p.values, v.values[0]), append(p.words, v.words[0])
	}
	if len(p.values) < 2 {
		return f.another(p, every)
	}
	return p, Yes
}

// another looks for a second value besides the one that meets all demands.
func (f *finder) another(p keyPoint, every []valueDemand) (keyPoint, Answer) {
	other := valueDemand{set: &valueSet{family: StringOperator, text: &textSet{patterns: []*Pattern{textPattern(p.values[0], false)}}}, out: true}
	v, answer := f.one(append(append([]valueDemand(nil), every...), other))
	if answer != Yes {
		return keyPoint{}, answer
	}
	return keyPoint{append(p.values, v.values[0]), append(p.words, v.words[0])}, Yes
}

// one looks for a value that meets all demands.
func (f *finder) one(demands []valueDemand) (keyPoint, Answer) {
	sets := make([]*valueSet, 0, len(demands))
	texts, literal := true, true
	for _, d := range demands {
		texts = texts && d.set.text != nil
		literal = literal && d.set.literal()
		sets = append(sets, d.set)
	}
	tried := f.samples(sets)
	for _, v := range tried {
		if !anyOf(demands, func(d valueDemand) bool { return !d.metBy(v) }) {
			return keyPoint{values: []string{v}, words: []*word{nil}}, Yes
		}
	}
	switch {
	case f.kind.name == "Bool", f.kind.name == "IPAddress" && literal && !texts, f.kind.name == "Numeric" && literal && !texts:
		return keyPoint{}, No // the samples are all there is
	case texts:
		return f.word(demands)
	case !literal:
		return keyPoint{}, Unknown
	}
	return keyPoint{}, No
}

// samples returns values to try. Of what the key's type says that it cannot be
// there is none.
func (f *finder) samples(sets []*valueSet) []string {
	if f.kind.name == "Bool" {
		return []string{"true", "false"}
	}
	list := sampleValues(sets)
	for _, s := range sets {
		if s.text == nil {
			return list
		}
	}
	switch f.kind.name {
	case "IPAddress":
		return append(addresses(nil), list...)
	case "Date":
		return append([]string{"2030-01-01T00:00:00Z"}, list...)
	case "Numeric":
		return append([]string{"1"}, list...)
	}
	return list
}

// word looks for a string.
func (f *finder) word(demands []valueDemand) (keyPoint, Answer) {
	list := make([]textDemand, len(demands))
	for i, d := range demands {
		set := d.set.text
		if d.orEmpty {
			with := *set
			with.empty = true
			set = &with
		}
		list[i] = textDemand{set, d.out}
	}
	w, answer := findText(list, someText, f.left)
	if answer != Yes {
		if !anyOf(demands, func(d valueDemand) bool { return !d.metBy("") }) {
			return keyPoint{values: []string{""}, words: []*word{nil}}, Yes
		}
		return keyPoint{}, answer
	}
	return keyPoint{values: []string{w.String()}, words: []*word{w}}, Yes
}

// someText is any string but the empty one.
var someText = (&Pattern{tokens: []token{anyOne, anyRun}, ones: true, runs: true}).normalize()

// String returns the word with what stands for symbols; two that differ differ.
func (w *word) String() string {
	var b strings.Builder
	for _, t := range w.tokens {
		switch {
		case t.isSymbol():
			b.WriteString("${" + w.symbols[t.index()].name + "}")
		case t == other:
			b.WriteRune(rune(w.other()))
		default:
			b.WriteRune(rune(t))
		}
	}
	return b.String()
}

// other returns a character that none of the patterns has.
func (w *word) other() token {
	for _, t := range "xyzkqwvjh0123456789_-" {
		if !w.names(token(t)) {
			return token(t)
		}
	}
	t := token('a')
	for w.names(t) || t == ':' || t == '*' || t == '?' {
		t++
	}
	return t
}

// names says whether a pattern has the character, in any case.
func (w *word) names(c token) bool {
	return anyOf(w.of, func(tokens []token) bool {
		return anyOf(tokens, func(t token) bool { return t >= 0 && fold(t) == fold(c) })
	})
}
