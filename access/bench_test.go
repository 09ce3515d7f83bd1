package access_test

import (
	"fmt"
	"testing"

	"github.com/iamlint/iamlint/access"
	"github.com/iamlint/iamlint/catalog"
)

// typical is a document of twenty statements.
func typical(b testing.TB) []string {
	b.Helper()
	var list []string
	for i := range 10 {
		list = append(list,
			allow(fmt.Sprintf("s3:Get* s3:PutObject dynamodb:Put%d*", i), fmt.Sprintf("%s%d %s%d/*", bucket, i, bucket, i)),
			deny(fmt.Sprintf("s3:Delete* ec2:Run%d*", i), fmt.Sprintf("%s%d/secret/*", bucket, i)))
	}
	return list
}

func BenchmarkShadow(b *testing.B) {
	d := document(b, join(typical(b)))
	b.ReportAllocs()
	for b.Loop() {
		analysis := access.NewAnalysis(catalog.Default(), d)
		for _, s := range d.Statements {
			analysis.Shadow(s)
		}
	}
}

func BenchmarkDecide(b *testing.B) {
	d := document(b, join(typical(b)))
	r := &access.Request{Action: "s3:PutObject", Resource: bucket + "7/x"}
	b.ReportAllocs()
	for b.Loop() {
		access.Decide(d, r)
	}
}

func BenchmarkWitness(b *testing.B) {
	d := document(b, join(typical(b)))
	b.ReportAllocs()
	for b.Loop() {
		access.NewAnalysis(catalog.Default(), d).Witness(d.Statements[0], "s3:*")
	}
}

// A document made to be slow is answered, if with nothing certain.
func TestHostileDocument(t *testing.T) {
	var list []string
	for i := range 400 {
		var actions, resources string
		for j := range 20 {
			actions += fmt.Sprintf(" s3:*a?*b?*%d*%d?*", i, j)
			resources += fmt.Sprintf(" %s/*a?*b?*%d*%d?*", bucket, i, j)
		}
		list = append(list, allow(actions, resources), deny(actions[:len(actions)-1], resources), deny("!"+actions[1:], resources))
	}
	d := document(t, join(list))
	analysis := access.NewAnalysis(catalog.Default(), d)
	for _, s := range d.Statements {
		analysis.Shadow(s)
		analysis.On(s).Action("s3:*")
		analysis.Witness(s, "s3:*")
	}
}
