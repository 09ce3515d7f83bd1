package rules

import "strings"

// ReservedSSORolePath reports ARNs of Identity Center's roles without their path.
var ReservedSSORolePath = &Rule{
	Name: "reserved-sso-role-path",
	Kind: Error,
	Doc: `the roles of IAM Identity Center have a path

Identity Center makes roles named AWSReservedSSO_NAME_ID under the path
/aws-reserved/sso.amazonaws.com/, in most Regions with the Region behind. An ARN
without the path names no role: as a principal AWS refuses it, elsewhere it matches
nothing. In aws:PrincipalArn, write role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_NAME_*
with an operator that takes wildcards, such as ArnLike.`,
	Bad: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"},
  "Condition": {"ArnLike": {"aws:PrincipalArn": «"arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_*"»}}}}`,
	Good: `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"},
  "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*"}}}}`,
	Run: reservedSSORolePath,
}

// pathlessSSORole is how the last field of an ARN starts that lacks the path.
const pathlessSSORole = "role/AWSReservedSSO_"

func reservedSSORolePath(pass *Pass) {
	for m := range pass.mentionedARNs() {
		if m.arn.text(arnService) != "iam" || !strings.HasPrefix(m.arn.text(arnResource), pathlessSSORole) || m.holesIn(pathlessSSORole) {
			continue
		}
		if m.condition == nil || m.comparesWith("aws:PrincipalArn") {
			pass.Reportf(m.statement, *m.value, "%s lacks the path aws-reserved/sso.amazonaws.com/", m.value)
		}
	}
}

// holesIn says whether there is a hole within the text that the last field
// starts with.
func (m *mentionedARN) holesIn(start string) bool {
	for h := range m.arn.holes(arnResource) {
		if h.At < m.arn.start[arnResource]+len(start) {
			return true
		}
	}
	return false
}
