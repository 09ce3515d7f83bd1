package rules

import (
	"slices"
	"strings"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/policy"
)

// A fit says how well an operator compares the values that a key has.
type fit uint8

const (
	fits       fit = iota
	fitsAsText     // it compares other things, but works
	misfits        // it compares other things, and hardly does what is meant
	neverFits      // no value of the key is anything that it can compare
)

// typeFamilies are the operators that are made for keys of a type.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators".
var typeFamilies = map[string]access.OperatorFamily{
	"String":    access.StringOperator,
	"ARN":       access.ARNOperator,
	"Numeric":   access.NumericOperator,
	"Bool":      access.BoolOperator,
	"Date":      access.DateOperator,
	"IPAddress": access.AddressOperator,
}

// fit returns that of the comparison. A key of which nothing is known fits.
func (e *conditionEntry) fit() fit {
	if e.op.Family == access.NullOperator {
		return fits
	}
	of := typeFamilies[e.valueType()]
	if of == e.op.Family || of == access.NoOperator {
		return fits
	}
	if e.op.Family == access.StringOperator {
		return e.stringFit(of)
	}
	switch of {
	case access.StringOperator:
		switch {
		case e.everyValue(func(v *policy.Value) bool { return cannotTake(e.op.Family, v) }):
			return neverFits
		case e.op.Family == access.ARNOperator, e.isNamedByAuthor():
			return fits // keys that hold all sorts of text: ARNs, and in tags numbers
		}
		return misfits
	case access.DateOperator, access.NumericOperator:
		switch {
		case e.name == "aws:epochtime" && e.op.Family == access.NumericOperator:
			return fits
		case e.op.Family == access.NumericOperator, e.op.Family == access.DateOperator:
			return misfits
		}
	}
	return neverFits
}

// stringFit returns the fit of an operator that compares the key's values as
// text, where they are none.
func (e *conditionEntry) stringFit(of access.OperatorFamily) fit {
	switch of {
	case access.ARNOperator:
		return fits // see string-operator-on-arn-key
	case access.BoolOperator:
		if e.op.Glob || !e.everyValue(func(v *policy.Value) bool { return cannotTake(access.BoolOperator, v) }) {
			return fitsAsText
		}
		return neverFits
	case access.AddressOperator:
		if !e.op.Glob && e.everyValue(isRange) {
			return neverFits
		}
	}
	return misfits
}

// everyValue says whether all values are known to be there and to be so.
func (e *conditionEntry) everyValue(is func(*policy.Value) bool) bool {
	values := e.Values
	return len(values) > 0 && !e.Open() &&
		!slices.ContainsFunc(values, func(v policy.Value) bool { return !is(&v) })
}

// isRange says whether the value is a range of addresses, which no address is
// equal to.
func isRange(v *policy.Value) bool {
	_, ok := addressRange(v)
	return ok && strings.IndexByte(v.Text(), '/') >= 0
}
