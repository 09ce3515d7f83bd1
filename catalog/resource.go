package catalog

// A ResourceType is a kind of resource that a service's actions act on.
type ResourceType struct {
	Name string // in AWS's documentation: "bucket"; some contain blanks

	// ARN is the format of the resource's ARN, with parts that vary written
	// as ${Partition}, ${Region}, ${Account}, ${BucketName}, in a few as "*".
	ARN string

	// ARNs are all formats, ARN first. Most types have one.
	ARNs []string

	ConditionKeys []string // names of the keys that come with such a resource
}
