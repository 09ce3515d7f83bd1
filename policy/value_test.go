package policy

import (
	"go/token"
	"testing"
)

func hole(at int, id string, form Form) Hole { return Hole{At: at, Expr: id, ID: id, Form: form} }

// bucketARN is arn:${partition}:s3:::${name}/*, as a quoted string at 100.
func bucketARN() Value {
	text := "arn::s3:::/*"
	return NewValue(NewSpan(100, 100+token.Pos(len(text))+2), text,
		hole(4, "partition", PartitionForm), hole(10, "aws_s3_bucket.b.bucket", NameForm))
}

func TestValueText(t *testing.T) {
	v := bucketARN()
	if got, want := v.String(), "arn:${partition}:s3:::${aws_s3_bucket.b.bucket}/*"; got != want {
		t.Errorf("String %q, want %q", got, want)
	}
	if got, want := v.Shape(), "arn:*:s3:::*/*"; got != want {
		t.Errorf("Shape %q, want %q", got, want)
	}
	if got, want := v.Prefix(), "arn:"; got != want {
		t.Errorf("Prefix %q, want %q", got, want)
	}
	if got, want := v.Suffix(), "/*"; got != want {
		t.Errorf("Suffix %q, want %q", got, want)
	}
	if _, ok := v.Literal(); ok {
		t.Error("a value with holes is literal")
	}
	if v.Is(v.Text()) {
		t.Error("a value with holes is its text")
	}
}

func TestSame(t *testing.T) {
	named := func(id string) Value { return NewValue(Span{}, "x", hole(1, id, AnyForm)) }
	tests := []struct {
		a, b Value
		want bool
	}{
		{NewValue(Span{}, "x"), NewValue(Span{}, "x"), true},
		{NewValue(Span{}, "x"), NewValue(Span{}, "y"), false},
		{named("var.a"), named("var.a"), true},
		{named("var.a"), named("var.b"), false},
		{named("var.a"), NewValue(Span{}, "x"), false},
		{named(""), named(""), false}, // two unknown strings of which nothing is known
		{NewValue(Span{}, "x", hole(0, "a", AnyForm)), NewValue(Span{}, "x", hole(1, "a", AnyForm)), false},
	}
	for _, tt := range tests {
		if got := tt.a.Same(tt.b); got != tt.want {
			t.Errorf("%s and %s: same is %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestParseARN(t *testing.T) {
	literal := func(s string) Value { return NewValue(NewSpan(1, token.Pos(len(s)+3)), s) }
	tests := []struct {
		v    Value
		want [5]string
		ok   bool
	}{
		{literal("arn:aws:iam::111122223333:role/app"), [5]string{"aws", "iam", "", "111122223333", "role/app"}, true},
		{literal("arn:aws:logs:*:*:log-group:/x:*"), [5]string{"aws", "logs", "*", "*", "log-group:/x:*"}, true},
		{bucketARN(), [5]string{"${partition}", "s3", "", "", "${aws_s3_bucket.b.bucket}/*"}, true},
		{literal("arn:aws:s3"), [5]string{}, false},
		{literal("*"), [5]string{}, false},
		// The hole may be "arn:aws:s3:::" or anything else.
		{NewValue(Span{}, "arn:::::x", hole(4, "var.x", AnyForm)), [5]string{}, false},
		{NewValue(Span{}, "arn:::::x", hole(4, "var.x", SafeForm)), [5]string{"${var.x}", "", "", "", "x"}, true},
		{NewValue(Span{}, "/*", hole(0, "var.arn", AnyForm)), [5]string{}, false},
	}
	for _, tt := range tests {
		arn, ok := ParseARN(tt.v)
		if ok != tt.ok {
			t.Errorf("%s: ok is %v, want %v", tt.v, ok, tt.ok)
			continue
		}
		if !ok {
			continue
		}
		for i, f := range arn.Fields() {
			if f.String() != tt.want[i] {
				t.Errorf("%s: field %d is %q, want %q", tt.v, i+1, f, tt.want[i])
			}
		}
	}
}

func TestARNFieldPositions(t *testing.T) {
	text := "arn:aws:iam::111122223333:role/app"
	arn, ok := ParseARN(NewValue(NewSpan(10, 10+token.Pos(len(text))+2), text))
	if !ok {
		t.Fatal("not an ARN")
	}
	want := map[string]Span{
		"aws": NewSpan(15, 18), "iam": NewSpan(19, 22), "111122223333": NewSpan(24, 36), "role/app": NewSpan(37, 45),
	}
	for _, f := range arn.Fields() {
		if at, ok := want[f.Text()]; ok && f.Span != at {
			t.Errorf("%s is at %v, want %v", f, f.Span, at)
		}
	}
	role := arn.Resource
	if got, want := role.Sub(5, 8), NewSpan(42, 45); got != want {
		t.Errorf("the role's name is at %v, want %v", got, want)
	}
}

// The text a"b\c, written "a\"b\\c" at 50.
func TestSubOfEscapedText(t *testing.T) {
	v := NewValue(NewSpan(50, 59), `a"b\c`).WithOrigin(&Origin{Runs: []Run{
		{0, 1, NewSpan(51, 52)}, {1, 1, NewSpan(52, 54)}, {2, 1, NewSpan(54, 55)}, {3, 1, NewSpan(55, 57)}, {4, 1, NewSpan(57, 58)},
	}})
	tests := []struct {
		from, to int
		want     Span
	}{
		{0, 1, NewSpan(51, 52)},
		{1, 2, NewSpan(52, 54)},
		{2, 3, NewSpan(54, 55)},
		{1, 5, NewSpan(52, 58)},
		{0, 5, NewSpan(50, 59)}, // all of it: with the quotes
	}
	for _, tt := range tests {
		if got := v.Sub(tt.from, tt.to); got != tt.want {
			t.Errorf("bytes %d to %d are at %v, want %v", tt.from, tt.to, got, tt.want)
		}
	}
	if got, want := v.Slice(2, 5).Sub(1, 2), NewSpan(55, 57); got != want {
		t.Errorf("the backslash of the part is at %v, want %v", got, want)
	}
}

// Text from two places has no one stretch of source.
func TestSubAcrossSources(t *testing.T) {
	v := NewValue(NewSpan(10, 30), "abcd").WithOrigin(&Origin{Runs: []Run{
		{0, 2, NewSpan(9000, 9002)}, {2, 2, NewSpan(20, 22)},
	}})
	if got, want := v.Sub(0, 2), NewSpan(9000, 9002); got != want {
		t.Errorf("first half at %v, want %v", got, want)
	}
	if got, want := v.Sub(1, 3), v.Span; got != want {
		t.Errorf("across the seam at %v, want the whole value, %v", got, want)
	}
}

func TestVariables(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"arn:aws:s3:::b/${aws:username}/*", []string{"aws:username"}},
		{"${aws:PrincipalTag/team, 'none'}", []string{"aws:PrincipalTag/team"}},
		{"${*}${?}${$}", []string{"*", "?", "$"}},
		{"${open", nil},
		{"${a${b}", []string{"b"}},
		{"$ {a} $b {c}", nil},
		{"${}", []string{""}},
	}
	for _, tt := range tests {
		got := Variables(tt.text)
		if len(got) != len(tt.want) {
			t.Errorf("%q has %d variables, want %d", tt.text, len(got), len(tt.want))
			continue
		}
		for i, v := range got {
			if v.Name != tt.want[i] {
				t.Errorf("%q: variable %d is %q, want %q", tt.text, i, v.Name, tt.want[i])
			}
			if s := tt.text[v.From:v.To]; s[:2] != "${" || s[len(s)-1] != '}' {
				t.Errorf("%q: variable %d is at %q", tt.text, i, s)
			}
		}
	}
}

func TestRemove(t *testing.T) {
	// ["a", "b"] at 10
	l := NewList(List{Span: NewSpan(10, 20), Written: true, Values: []Value{
		NewValue(NewSpan(11, 14), "a"), NewValue(NewSpan(16, 19), "b"),
	}})
	if got, ok := l.Remove(0); !ok || got != NewSpan(11, 16) {
		t.Errorf("removing the first deletes %v, %v", got, ok)
	}
	if got, ok := l.Remove(1); !ok || got != NewSpan(14, 19) {
		t.Errorf("removing the last deletes %v, %v", got, ok)
	}
	for _, elsewhere := range []Span{NewSpan(1, 4), NewSpan(30, 33)} { // as that of a local value
		o := l
		o.Values = []Value{l.Values[0], NewValue(elsewhere, "b")}
		for i := range o.Values {
			if got, ok := o.Remove(i); ok {
				t.Errorf("removing %d next to a value at %v deletes %v", i, elsewhere, got)
			}
		}
	}
	l.Written = false
	if _, ok := l.Remove(0); ok {
		t.Error("a value can be removed from a list that is not written as one")
	}
}
