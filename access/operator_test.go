package access

import "testing"

func TestParseOperator(t *testing.T) {
	tests := map[string]Operator{
		"StringEquals":                        {Family: StringOperator},
		"stringnotequalsignorecase":           {Family: StringOperator, Negated: true, ignoreCase: true},
		"StringLikeIfExists":                  {Family: StringOperator, Glob: true, IfExists: true},
		"ForAllValues:StringNotLike":          {Family: StringOperator, AllValues: true, Negated: true, Glob: true},
		"ForAnyValue:StringEqualsIfExists":    {Family: StringOperator, AnyValue: true, IfExists: true},
		"NumericEquals":                       {Family: NumericOperator},
		"NumericNotEquals":                    {Family: NumericOperator, Negated: true},
		"NumericLessThan":                     {Family: NumericOperator, relation: less},
		"DateGreaterThanEquals":               {Family: DateOperator, relation: greaterOrEqual},
		"DateNotEqualsIfExists":               {Family: DateOperator, Negated: true, IfExists: true},
		"Bool":                                {Family: BoolOperator},
		"BoolIfExists":                        {Family: BoolOperator, IfExists: true},
		"BinaryEquals":                        {Family: BinaryOperator},
		"IpAddress":                           {Family: AddressOperator},
		"NotIpAddressIfExists":                {Family: AddressOperator, Negated: true, IfExists: true},
		"ArnEquals":                           {Family: ARNOperator, Glob: true},
		"ArnNotLike":                          {Family: ARNOperator, Negated: true, Glob: true},
		"Null":                                {Family: NullOperator},
		"ForAnyValue:Null":                    {Family: NullOperator, AnyValue: true},
		"NullIfExists":                        {},
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
