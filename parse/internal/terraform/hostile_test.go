package terraform

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/iamlint/iamlint/parse/internal/source"
)

// TestHostile loads text that is made to take long or to overflow the stack.
// What matters is that each comes back at all, and soon.
func TestHostile(t *testing.T) {
	const n = 10_000
	policy := func(expr string) string {
		return "resource \"aws_iam_policy\" \"x\" {\n  policy = " + expr + "\n}\n"
	}
	many := func(count int, f string) string {
		var b strings.Builder
		for i := range count {
			fmt.Fprintf(&b, f, i, i+1)
		}
		return b.String()
	}
	const big = "locals {\n big = [for p in setproduct(range(95), range(100)) : p[0] * 100 + p[1]]\n map = { for i in local.big : \"k${i}\" => i }\n}\n"
	for name, text := range map[string]string{
		"brackets":      policy(strings.Repeat("[", n)),
		"parentheses":   policy(strings.Repeat("(", n) + "1" + strings.Repeat(")", n)),
		"negations":     policy(strings.Repeat("!", n) + "true"),
		"minuses":       policy(strings.Repeat("- ", n) + "1"),
		"ternaries":     policy(strings.Repeat("true ? 1 : ", n) + "1"),
		"sum":           policy(strings.Repeat("1 + ", n) + "1"),
		"splats":        policy("local.a" + strings.Repeat("[*]", n)),
		"indexes":       policy("local.a" + strings.Repeat("[var.x]", n)),
		"attributes":    policy("local.a" + strings.Repeat(".a", n)),
		"templates":     policy(strings.Repeat(`"${`, n)),
		"directives":    policy("<<E\n" + strings.Repeat("%{if true}", n) + "\nE"),
		"blocks":        strings.Repeat("a {\n", n),
		"heredoc lines": policy("<<E\n" + strings.Repeat("a\n", 10*n) + "E"),
		"dollars":       policy(`"` + strings.Repeat("$a", n) + `"`),
		"percents":      policy(`"` + strings.Repeat("%%", n) + `"`),
		"escapes":       policy(`"` + strings.Repeat(`\"`, n) + `"`),
		"interpolated":  policy(`"{` + strings.Repeat(`${var.x} `, n) + `}"`),
		"items":         policy("jsonencode({Statement = [" + strings.Repeat("{},", n) + "]})"),
		"local chain":   "locals {\n" + many(n, "a%d = local.a%d\n") + "}\n" + policy("local.a0"),
		"local cycle":   "locals {\n a = \"${local.b}\"\n b = \"${local.a}\"\n}\n" + policy("local.a"),
		"doubled text":  "locals {\n" + many(60, "a%d = \"${local.a%[2]d}${local.a%[2]d}\"\n") + "a60 = \"x\"\n}\n" + policy("local.a0"),
		"doubled lists": "locals {\n" + many(60, "a%d = concat(local.a%[2]d, local.a%[2]d)\n") + "a60 = [\"x\"]\n}\n" + policy("jsonencode({Statement=local.a0})"),
		"doubled trees": "locals {\n" + many(60, "a%d = [local.a%[2]d, local.a%[2]d]\n") + "a60 = [\"x\"]\n}\n" + policy("jsonencode({Statement=local.a0})"),
		"doubled calls": "locals {\n" + many(60, "a%d = [for x in [1, 2] : local.a%[2]d]\n") + "a60 = [\"x\"]\n}\n" + policy("jsonencode({Statement=local.a0})"),
		"nested fors":   policy("jsonencode([" + strings.Repeat("for a in range(100) : [", 40) + "1" + strings.Repeat("]", 40) + "])"),
		"product":       policy("jsonencode(setproduct(" + strings.Repeat("range(100),", 20) + "[]))"),
		"padding":       policy(`format("%999999999s", "x")`),
		"replace":       "locals {\n a = \"" + strings.Repeat("a", n) + "\"\n}\n" + policy("replace(local.a, \"a\", local.a)"),
		"regex":         "locals {\n a = \"" + strings.Repeat("a", n) + "\"\n}\n" + policy("replace(local.a, \"/a/\", local.a)"),
		"join":          "locals {\n a = \"" + strings.Repeat("a", n) + "\"\n}\n" + policy("join(local.a, range(1000))"),
		"indent":        policy(`indent(999999999, "a\nb")`),
		"power":         policy(`"${pow(10, 999999999)}"`),
		"big number":    policy(`"${1e999999999}"`),
		"big exponent":  policy(`"${1e99999999 + 1}"`),
		"sources":       many(40, "data \"aws_iam_policy_document\" \"d%d\" {\n source_policy_documents = [data.aws_iam_policy_document.d%[2]d.json, data.aws_iam_policy_document.d%[2]d.json]\n}\n") + "data \"aws_iam_policy_document\" \"d40\" {\n statement {\n actions = [\"s3:*\"]\n }\n}\n",
		"dynamics":      "data \"aws_iam_policy_document\" \"d\" {\n dynamic \"statement\" {\n for_each = range(1000)\n content {\n dynamic \"condition\" {\n for_each = range(1000)\n content {\n test = \"StringEquals\"\n variable = \"aws:x${condition.value}\"\n values = range(1000)\n }\n }\n }\n }\n}\n",
		"nested locals": "locals {\n l0 = { Statement = [] }\n" + many(5000, "l%[2]d = { Statement = [{}], a = local.l%[1]d }\n") + "}\n",
		"alternatives":  "locals {\n" + many(40, "a%d = var.x%[1]d ? [local.a%[2]d] : [local.a%[2]d, local.a%[2]d]\n") + "a40 = []\n}\n" + policy("jsonencode({Statement=local.a0})"),
		"lookups":       big + policy("jsonencode(["+strings.Repeat("lookup(local.map, \"k1\", 1),", 20_000)+"])"),
		"references":    big + policy("jsonencode(["+strings.Repeat("length(local.big),", 20_000)+"])"),
		"merges":        big + policy("jsonencode(merge("+strings.Repeat("local.map,", 300)+"{}))"),
		"expressions":   "locals {\n a = \"" + strings.Repeat("a", 10*n) + "\"\n}\n" + policy("jsonencode(["+strings.Repeat("regexall(\"(a|aa)+$\", local.a),", 2000)+"])"),
		"attachments":   many(60, "resource \"aws_iam_role_policy_attachment\" \"a%d\" {\n for_each = toset([for i in range(999) : \"p${i}\"])\n role = \"x\"\n policy_arn = each.key\n}\n"),
		"groups":        big + many(10, "resource \"aws_iam_user_group_membership\" \"a%d\" {\n user = \"u\"\n groups = [for i in local.big : \"g%[1]d-${i}\"]\n}\n"),
		"variants":      many(30, "resource \"aws_iam_policy\" \"a%d\" {\n for_each = { for i in range(999) : \"k${i}\" => [\"s3:${i}\"] }\n policy = jsonencode({Statement = [{Effect = \"Allow\", Action = each.value}]})\n}\n"),
		"self":          "data \"aws_iam_policy_document\" \"x\" {\n source_policy_documents = [data.aws_iam_policy_document.x.json]\n}\n",
		"bucket cycle":  "resource \"aws_s3_bucket\" \"a\" {\n bucket = aws_s3_bucket.a.arn\n policy = \"{${aws_s3_bucket.a.arn}\"\n}\n",
		"count cycle":   "resource \"aws_s3_bucket\" \"a\" {\n count = length(aws_s3_bucket.a)\n policy = aws_s3_bucket.a[0].arn\n}\n",
		"instances":     "resource \"aws_iam_policy\" \"a\" {\n for_each = toset([for i in range(1000) : \"a${i}\"])\n policy = local.p[each.key]\n}\n",
		"bytes":         policy("\"\xff\xfe\x00\""),
		"control":       "\x00\x01\x02\x03",
		"bom":           "\ufeff" + policy(`"{}"`),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			set := source.NewSet()
			Load(set, "dir", []*source.File{set.Add("dir/main.tf", []byte(text))}, Options{})
			if d := time.Since(start); d > 2*time.Minute {
				t.Errorf("took %v", d)
			} else {
				t.Logf("%v", d.Round(time.Millisecond))
			}
		})
	}
}
