package rules

// ShortARN reports ARNs of which the last fields are missing.
var ShortARN = &Rule{
	Name: "short-arn", Kind: Warning,
	Policies: completes,
	Doc: `an ARN without its last fields covers all that they could be

In a policy of an identity, IAM reads an ARN that has fewer than six fields as if
the missing ones were wildcards: arn:aws:sqs is every queue of every account and
Region. Write the fields out, so that readers see what the statement is about.`,
	Bad:  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": «"arn:aws:sqs:us-east-1"»}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:*:*"}}`,
	Run:  shortARNs,
}

// missingFields says what the missing fields may be, by how many there are.
var missingFields = [...]string{3: "every Region, account and resource", 4: "every account and resource", 5: "every resource"}

func shortARNs(pass *Pass) {
	for _, r := range pass.resources() {
		if r.isARN {
			continue
		}
		if fields, ok := shortARN(r.value); ok && !pass.failsShort(fields) {
			pass.Reportf(r.statement, *r.value, "%s is an ARN without its last fields: it covers %s", r.value, missingFields[len(fields)])
		}
	}
}
