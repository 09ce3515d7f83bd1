package sarif

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// prune returns the JSON without the members that say nothing, but which the
// library writes for what is not set: -1, and empty lists and objects.
func prune(text []byte) ([]byte, error) {
	p := pruner{dec: jsontext.NewDecoder(bytes.NewReader(text))}
	err := p.value()
	return p.out.Bytes(), err
}

// A pruner copies a value token by token.
type pruner struct {
	dec *jsontext.Decoder
	out bytes.Buffer
}

func (p *pruner) value() error {
	switch p.dec.PeekKind() {
	case '{':
		return p.members('}', p.member)
	case '[':
		return p.members(']', func() (bool, error) { return true, p.value() })
	}
	v, err := p.dec.ReadValue()
	p.out.Write(v)
	return err
}

// members copies what is in an object or array. The function copies one
// member, and says whether it is to stay.
func (p *pruner) members(end jsontext.Kind, member func() (bool, error)) error {
	open, err := p.dec.ReadToken()
	if err != nil {
		return err
	}
	p.out.WriteString(open.String())
	for first := true; p.dec.PeekKind() != end; {
		start := p.out.Len()
		if !first {
			p.out.WriteByte(',')
		}
		keep, err := member()
		if err != nil {
			return err
		}
		if !keep {
			p.out.Truncate(start)
			continue
		}
		first = false
	}
	closing, err := p.dec.ReadToken()
	p.out.WriteString(closing.String())
	return err
}

func (p *pruner) member() (keep bool, err error) {
	name, err := p.dec.ReadValue()
	if err != nil {
		return false, err
	}
	key := string(name)
	p.out.Write(name)
	p.out.WriteByte(':')
	start := p.out.Len()
	err = p.value()
	return !saysNothing(key, string(p.out.Bytes()[start:])), err
}

// saysNothing says whether a member of the log may be left out.
func saysNothing(key, value string) bool {
	switch value {
	case "[]":
		return key != `"results"` && key != `"rules"`
	case "{}":
		return true
	case "-1":
		switch key {
		case `"id"`, `"index"`, `"rank"`, `"byteOffset"`, `"charOffset"`, `"ruleIndex"`, `"parentIndex"`, `"absoluteAddress"`:
			return true
		}
	}
	return false
}
