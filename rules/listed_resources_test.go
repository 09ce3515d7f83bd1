package rules

import (
	"testing"

	"github.com/iamlint/iamlint/policy"
)

func TestARNFields(t *testing.T) {
	hole := func(at int, form policy.Form) policy.Hole { return policy.Hole{At: at, Expr: "x", ID: "x", Form: form} }
	const text = "arn:aws:s3:::b/*"
	tests := []struct {
		value policy.Value
		ok    bool
		known string // of the fields, by first letter
	}{
		{policy.NewValue(policy.Span{}, text), true, "apsRAr"},
		{policy.NewValue(policy.Span{}, "arn:aws:s3:x"), false, ""},
		{policy.NewValue(policy.Span{}, "Arn:aws:s3:::x"), false, ""},
		{policy.NewValue(policy.Span{}, text, hole(0, policy.NameForm)), false, ""},
		{policy.NewValue(policy.Span{}, text, hole(7, policy.NameForm)), true, "asRAr"},
		{policy.NewValue(policy.Span{}, text, hole(8, policy.NameForm)), true, "apRAr"},
		{policy.NewValue(policy.Span{}, text, hole(11, policy.RegionForm)), true, "apsAr"},
		{policy.NewValue(policy.Span{}, text, hole(12, policy.AccountForm)), true, "apsRr"},
		{policy.NewValue(policy.Span{}, text, hole(12, policy.AnyForm)), false, ""},
		{policy.NewValue(policy.Span{}, text, hole(13, policy.AnyForm)), true, "apsRA"},
		{policy.NewValue(policy.Span{}, text, hole(len(text), policy.AnyForm)), true, "apsRA"},
	}
	for _, test := range tests {
		a, ok := arnFieldsOf(&test.value)
		if _, want := policy.ParseARN(test.value); ok != test.ok || ok != want {
			t.Errorf("%v: ok is %v, want %v; ParseARN says %v", test.value, ok, test.ok, want)
			continue
		}
		var known string
		for f, letter := range "apsRAr" {
			if ok && a.known(arnField(f)) {
				known += string(letter)
			}
		}
		if known != test.known {
			t.Errorf("%v: known are %q, want %q", test.value, known, test.known)
		}
		if ok && (a.text(arnService) != "s3" || a.text(arnResource) != "b/*") {
			t.Errorf("%v: service %q, resource %q", test.value, a.text(arnService), a.text(arnResource))
		}
	}
}
