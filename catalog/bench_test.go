package catalog

import "testing"

// BenchmarkOpen is what the first call of Default costs.
func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		open(awsText)
	}
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		Default()
	}
}

// BenchmarkDecodeNames and BenchmarkDecodeAll are what a run costs at most
// that asks for every service: for its actions, and for everything.
func BenchmarkDecodeNames(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		c := open(awsText)
		for i := range c.services {
			c.services[i].Actions()
		}
	}
}

func BenchmarkDecodeAll(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		c := open(awsText)
		for i := range c.services {
			c.services[i].Actions()
			c.services[i].detail()
		}
	}
}

func BenchmarkAction(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if Default().Action("s3:GetObject") == nil {
			b.Fatal("not found")
		}
	}
}

func BenchmarkExpand(b *testing.B) {
	for _, pattern := range []string{"s3:GetObject", "s3:Get*", "ec2:*Vpc*", "*:Get*", "*"} {
		b.Run(pattern, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if len(Default().Expand(pattern)) == 0 {
					b.Fatal("nothing")
				}
			}
		})
	}
}

func BenchmarkExpandsToAny(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if !Default().ExpandsToAny("s3:Get*") {
			b.Fatal("nothing")
		}
	}
}

func BenchmarkNearestActions(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if len(Default().NearestActions("ec2", "DescribeInstnaces")) == 0 {
			b.Fatal("nothing")
		}
	}
}

func BenchmarkConditionKey(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if Default().ConditionKey("s3:ExistingObjectTag/team") == nil {
			b.Fatal("not found")
		}
	}
}
