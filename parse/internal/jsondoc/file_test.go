package jsondoc

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/iamlint/iamlint/parse/internal/source"
)

const valid = `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}`

func wide16(order binary.AppendByteOrder, text string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

func wide32(order binary.AppendByteOrder, text string) string {
	var b []byte
	for _, r := range text {
		b = order.AppendUint32(b, uint32(r))
	}
	return string(b)
}

// Files that are not quite JSON in UTF-8 are either read, or say why not; they
// never vanish.
func TestEncodings(t *testing.T) {
	for _, test := range []struct {
		name, text string
		policies   int
		problem    string
		from, to   int
	}{
		{"UTF-8", valid, 1, "", 0, 0},
		{"byte order mark", "\ufeff" + valid, 1, "byte order mark", 0, 3},
		{"UTF-16 with mark", wide16(binary.LittleEndian, "\ufeff"+valid), 0, "UTF-16; save it as UTF-8", 0, 2},
		{"UTF-16, big endian, with mark", wide16(binary.BigEndian, "\ufeff"+valid), 0, "UTF-16", 0, 2},
		{"UTF-16", wide16(binary.LittleEndian, valid), 0, "UTF-16", 0, 2},
		{"UTF-16, big endian", wide16(binary.BigEndian, valid), 0, "UTF-16", 0, 2},
		{"UTF-32 with mark", wide32(binary.LittleEndian, "\ufeff"+valid), 0, "UTF-32", 0, 4},
		{"UTF-32, big endian", wide32(binary.BigEndian, valid), 0, "UTF-32", 0, 4},
		{"Latin-1", strings.Replace(valid, "s3:*", "s3:\xe9", 1), 0, "not UTF-8", 74, 75},
		{"NUL in a string", strings.Replace(valid, "s3:*", "s3:\x00", 1), 0, "NUL", 74, 75},
		{"NUL behind the text", valid + "\x00\x00", 0, "more text", len(valid), len(valid) + 1},
		{"binary in front", "\x7fELF\x02\x01\x00" + valid, 0, "unexpected", 0, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !MayHold([]byte(test.text)) {
				t.Error("the file is not read at all")
			}
			f := source.NewSet().Add("policy.json", []byte(test.text))
			docs, problems := Documents(f, false)
			if len(docs) != test.policies {
				t.Errorf("found %d policies, want %d", len(docs), test.policies)
			}
			switch {
			case test.problem == "" && len(problems) == 0:
			case test.problem == "" || len(problems) != 1:
				t.Errorf("got problems %v, want %q", problems, test.problem)
			case problems[0].Span != f.Span(test.from, test.to) || !strings.Contains(problems[0].Message, test.problem):
				t.Errorf("got %+v, want %q at %d to %d", problems[0], test.problem, test.from, test.to)
			}
		})
	}
}

// Text that holds a policy's words in another encoding is none of our business
// unless it is one.
func TestOtherWideText(t *testing.T) {
	for _, text := range []string{"{\"name\": \"Statement\"}", "Statement of account"} {
		f := source.NewSet().Add("x.json", []byte(wide16(binary.LittleEndian, "\ufeff"+text)))
		if docs, problems := Documents(f, false); len(docs)+len(problems) > 0 {
			t.Errorf("%s: %v %v", text, docs, problems)
		}
	}
}

func TestLimits(t *testing.T) {
	nested := func(n int, inside string) string {
		return strings.Repeat("[", n) + inside + strings.Repeat("]", n)
	}
	for _, test := range []struct {
		name, text string
		policies   int
		problem    string
	}{
		{"deep in a policy", `{"Version": "2012-10-17", "Statement": ` + nested(100_000, "") + `}`, 0, "nested more than 100 levels deep"},
		{"deep beside a policy", `{"Other": ` + nested(9_000, "") + `, "Policy": ` + valid + `}`, 1, ""},
		{"too deep beside a policy", `{"Other": ` + nested(100_000, "") + `, "Policy": ` + valid + `}`, 0, "nested too deeply"},
		{"deep, no policy", nested(100_000, `"Statement"`), 0, ""},
		{"deep, not closed", strings.Repeat(`{"Statement":[`, 50_000), 0, "nested"},
		{"policies in policies", strings.Repeat(`{"Policy":`, 5_000) + valid + strings.Repeat(`}`, 5_000), 0, ""},
		{"many values", `{"Version": "2012-10-17", "Statement": [` + strings.Repeat(`0,`, 70_000) + `0]}`, 0, "more than 65536 values"},
		{"many values in many policies", `[` + strings.Repeat(valid+`,`, 9_000) + valid + `]`, 9_001, ""},
		{"many values behind a policy", `[` + valid + `, {"Version": "2012-10-17", "Statement": [` + strings.Repeat(`0,`, 70_000) + `0]}]`, 1, "more than 65536 values"},
		{"many escape sequences", `{"Version": "2012-10-17", "Id": "` + strings.Repeat(`\\`, 1<<19) + `"}`, 0, "more than 1048576 bytes"},
		{"many escape sequences in many policies", `[` + strings.Repeat(strings.Replace(valid, "s3", `s\u0033`+strings.Repeat(" ", 5000), 1)+`,`, 1_000) + valid + `]`, 1_001, ""},
		{"a long text beside a policy", `{"Content": "{ \"Statement\": ` + strings.Repeat(`\\`, 1<<19) + `", "Policy": ` + valid + `}`, 1, "in a string of more than 1048576 bytes"},
		{"a long text that is no policy", `{"Content": "` + strings.Repeat(`\\`, 1<<19) + `", "Policy": ` + valid + `}`, 1, ""},
		{"many values beside a policy", `{"Other": [` + strings.Repeat(`0,`, 70_000) + `0], "Policy": ` + valid + `}`, 1, ""},
		{"what looks like a policy, in itself", strings.Repeat(`{"Policy":{"Statement":[{"a":`, 8) + valid + strings.Repeat(`}]}}`, 8), 0, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := source.NewSet().Add("policy.json", []byte(test.text))
			docs, problems := Documents(f, false)
			if len(docs) != test.policies {
				t.Errorf("found %d policies, want %d", len(docs), test.policies)
			}
			switch {
			case test.problem == "" && len(problems) == 0:
			case test.problem == "" || len(problems) != 1 || !strings.Contains(problems[0].Message, test.problem):
				t.Errorf("got problems %v, want %q", problems, test.problem)
			case problems[0].Kind != source.InputLimit || !f.Whole().Contains(problems[0].Span):
				t.Errorf("got kind %d at %v", problems[0].Kind, problems[0].Span)
			}
		})
	}
}
