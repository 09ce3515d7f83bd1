package rules

import (
	"strings"

	"github.com/iamlint/iamlint/policy"
)

// ARNDoubleSlash reports slashes that make an ARN match nothing that is meant.
var ARNDoubleSlash = &Rule{
	Name: "arn-double-slash", Kind: Warning,
	Policies: policy.Identity | policy.PermissionSet | policy.Boundary | policy.Session | policy.SCP | policy.RCP | policy.Resource | policy.VPCEndpoint,
	Doc: `a slash too many in the ARN of an S3 object or an SSM parameter

S3 takes keys literally: bucket//key is a key that starts with a slash, and
bucket/folder/ only the empty object that consoles make to show a folder. The ARN
of a parameter has no slash of its own: that of /app/key is parameter/app/key.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["s3:GetObject", "ssm:GetParameter"], "Resource": [
  «"arn:aws:s3:::bucket//*"», «"arn:aws:ssm:us-east-1:111122223333:parameter//app/*"»
]}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["s3:GetObject", "ssm:GetParameter"], "Resource": [
  "arn:aws:s3:::bucket/*", "arn:aws:ssm:us-east-1:111122223333:parameter/app/*"
]}}`,
	Run: arnDoubleSlash,
}

func arnDoubleSlash(pass *Pass) {
	for r := range pass.listedARNs() {
		switch r.arn.text(arnService) {
		case "s3":
			if r.arn.text(arnRegion) == "" && r.arn.text(arnAccount) == "" {
				pass.checkKey(r)
			}
		case "ssm":
			if strings.HasPrefix(r.arn.text(arnResource), "parameter//") && !r.holeAt(r.arn.start[arnResource]+len("parameter/")) {
				pass.Reportf(r.statement, *r.value, "%s matches no parameter: write one slash, which is also the name's first", r.value)
			}
		}
	}
}

// holeAt says whether a hole stands at the place in the text.
func (r *listedResource) holeAt(at int) bool {
	for _, h := range r.value.Holes() {
		if h.At == at {
			return true
		}
	}
	return false
}

// checkKey looks at a bucket or at objects of one.
func (p *Pass) checkKey(r *listedResource) {
	text, start := r.arn.text(arnResource), r.arn.start[arnResource]
	bucket, key, slash := strings.Cut(text, "/")
	end := start + len(text)
	switch double := strings.Index(text, "//"); {
	case !slash || r.holeAt(end) && key == "":
	case key == "":
		p.Reportf(r.statement, *r.value, "%s matches neither the bucket nor an object: write %q or %q", r.value, bucket, bucket+"/*")
	case double >= 0 && !r.holeAt(start+double+1):
		p.Reportf(r.statement, *r.value, "%s matches only keys with an empty path segment", r.value)
	case strings.HasSuffix(text, "/") && !r.holeAt(end) && !r.hasContents():
		p.Reportf(r.statement, *r.value, "%s matches only an object whose key ends in a slash; for what is in the folder write %q", r.value, bucket+"/"+key+"*")
	}
}

// hasContents says whether the list also names what is in the folder, or may.
func (r *listedResource) hasContents() bool {
	if r.list.Open() || len(r.list.Values) > maxCompared {
		return true
	}
	for i, v := range r.list.Values {
		if i != r.index && (v.Unknown() || strings.HasPrefix(v.Text(), r.value.Text())) {
			return true
		}
	}
	return false
}
