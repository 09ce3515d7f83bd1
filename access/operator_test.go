package access

import (
	"strings"
	"testing"
)

func TestParseOperator(t *testing.T) {
	tests := map[string]Operator{
		"StringEquals":                        {Name: "stringequals", Family: StringOperator},
		"stringnotequalsignorecase":           {Name: "stringnotequalsignorecase", Family: StringOperator, Negated: true, ignoreCase: true},
		"StringLikeIfExists":                  {Name: "stringlike", Family: StringOperator, Glob: true, IfExists: true},
		"ForAllValues:StringNotLike":          {Name: "stringnotlike", Family: StringOperator, AllValues: true, Negated: true, Glob: true},
		"ForAnyValue:StringEqualsIfExists":    {Name: "stringequals", Family: StringOperator, AnyValue: true, IfExists: true},
		"NumericEquals":                       {Name: "numericequals", Family: NumericOperator},
		"NumericNotEquals":                    {Name: "numericnotequals", Family: NumericOperator, Negated: true},
		"NumericLessThan":                     {Name: "numericlessthan", Family: NumericOperator, relation: less},
		"DateGreaterThanEquals":               {Name: "dategreaterthanequals", Family: DateOperator, relation: greaterOrEqual},
		"DateNotEqualsIfExists":               {Name: "datenotequals", Family: DateOperator, Negated: true, IfExists: true},
		"Bool":                                {Name: "bool", Family: BoolOperator},
		"BoolIfExists":                        {Name: "bool", Family: BoolOperator, IfExists: true},
		"BinaryEquals":                        {Name: "binaryequals", Family: BinaryOperator},
		"IpAddress":                           {Name: "ipaddress", Family: AddressOperator},
		"NotIpAddressIfExists":                {Name: "notipaddress", Family: AddressOperator, Negated: true, IfExists: true},
		"ArnEquals":                           {Name: "arnequals", Family: ARNOperator, Glob: true},
		"ArnNotLike":                          {Name: "arnnotlike", Family: ARNOperator, Negated: true, Glob: true},
		"Null":                                {Name: "null", Family: NullOperator},
		"ForAnyValue:Null":                    {Name: "null", Family: NullOperator, AnyValue: true},
		"NullIfExists":                        {Name: "null", Family: NullOperator, IfExists: true},
		"StringEqual":                         {},
		"NumericNotLessThan":                  {},
		"NumericLike":                         {},
		"BoolNotEquals":                       {},
		"BinaryNotEquals":                     {},
		"ForAllValues:ForAnyValue:StringLike": {},
		"":                                    {},
	}
	for text, want := range tests {
		if got := ParseOperator(text); got != want {
			t.Errorf("ParseOperator(%q) = %+v, want %+v", text, got, want)
		}
	}
}

func TestOperatorNames(t *testing.T) {
	families := map[OperatorFamily]bool{}
	for _, name := range OperatorNames() {
		o := ParseOperator(name)
		if o.Family == NoOperator || o.Name != strings.ToLower(name) {
			t.Errorf("ParseOperator(%q) = %+v", name, o)
		}
		families[o.Family] = true
	}
	if len(families) != int(NullOperator) {
		t.Errorf("there are names for %d of %d families", len(families), NullOperator)
	}
}

func TestOperatorPassesAbsent(t *testing.T) {
	for text, want := range map[string]bool{
		"StringEquals": false, "StringNotEquals": false, "StringEqualsIfExists": true,
		"ForAllValues:StringEquals": true, "ForAnyValue:StringEquals": false, "ForAnyValue:StringEqualsIfExists": false,
	} {
		if o := ParseOperator(text); o.PassesAbsent() != want {
			t.Errorf("%s: PassesAbsent is %v", text, !want)
		}
	}
}
