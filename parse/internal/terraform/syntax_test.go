package terraform

import (
	"encoding/json"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// TestQuote reads back what each syntax writes.
func TestQuote(t *testing.T) {
	texts := []string{
		"s3:*", "", `a"b\c`, "line\nbreak\ttab\r\x01", "Größe 😀", "${aws:username}", "%{x}", "$", "$$", "${a}${b}", "<>&",
	}
	hclString := func(t *testing.T, src string) string {
		e, diags := hclsyntax.ParseExpression([]byte(src), "", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatalf("%s: %v", src, diags)
		}
		v, diags := e.Value(nil)
		if diags.HasErrors() {
			t.Fatalf("%s: %v", src, diags)
		}
		return v.AsString()
	}
	jsonString := func(t *testing.T, src string) (text string) {
		if err := json.Unmarshal([]byte(src), &text); err != nil {
			t.Fatalf("%s: %v", src, err)
		}
		return text
	}
	for _, text := range texts {
		for name, read := range map[string]func(t *testing.T) string{
			"hcl":  func(t *testing.T) string { s, _ := hclSyntax.Quote(text); return hclString(t, s) },
			"json": func(t *testing.T) string { s, _ := jsonSyntax.Quote(text); return jsonString(t, s) },
			"heredoc": func(t *testing.T) string {
				s, _ := heredocSyntax.Quote(text)
				return jsonString(t, hclString(t, "<<E\n"+s+"\nE\n"))
			},
			"quoted": func(t *testing.T) string {
				s, _ := quotedSyntax.Quote(text)
				return jsonString(t, hclString(t, `"`+s+`"`))
			},
		} {
			t.Run(name+" "+text, func(t *testing.T) {
				if got := read(t); got != text {
					t.Errorf("%q is read as %q", text, got)
				}
			})
		}
	}
	for _, text := range []string{"$${x}", "\xff"} {
		if s, ok := hclSyntax.Quote(text); ok {
			t.Errorf("%q is written %s", text, s)
		}
	}
}
