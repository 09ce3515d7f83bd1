package iamlint_test

import (
	"slices"
	"testing"

	"github.com/iamlint/iamlint"
	"github.com/iamlint/iamlint/rules"
)

// families are the rules that ask similar questions.
var families = map[string][]*rules.Rule{
	"actions": {
		rules.ActionCase, rules.ActionMatchesNothing, rules.APINameNotAction, rules.InvalidActionFormat,
		rules.UnknownAction, rules.UnknownService, rules.UnsupportedActionInResourcePolicy,
		rules.WildcardInServicePrefix,
	},
	"breadth": {
		rules.AdminAccess, rules.NotActionAllow, rules.NotResourceAllow, rules.WildcardAction,
		rules.WildcardResource, rules.WildcardServiceAction,
	},
	"conditions": {
		rules.AllowNegatedCondition, rules.AudienceSetOperator, rules.CIDRHostBits, rules.ConditionAlwaysTrue,
		rules.ConditionKeyServiceScope, rules.ConditionKeyUnsupportedByAction, rules.ConditionNeverTrue, rules.DeprecatedConditionKey,
		rules.DuplicateConditionKey, rules.DynamodbAttributesWithoutSelect, rules.EpochDate, rules.ExpiredCondition,
		rules.ForallvaluesWithoutNullGuard, rules.IfExistsOnSecurityKey, rules.InvalidConditionKeyFormat,
		rules.InvalidConditionValue,
		rules.InvalidKeyValue, rules.IrrelevantConditionKey, rules.MFAAllowInverted, rules.MFADenyWithoutIfExists,
		rules.MissingActionForConditionKey, rules.MissingPairedKey, rules.MissingSetOperator, rules.MissingTagKey,
		rules.MixedConditionValues, rules.MultipleBooleans, rules.NetworkDenyWithoutServiceExemption,
		rules.NullOperatorMisuse, rules.OperatorTypeMismatch, rules.PrincipalARNSession, rules.PrivateSourceIP,
		rules.S3PrefixNegative, rules.SensitiveKeyWildcard, rules.SetOperatorOnSingleValuedKey,
		rules.StringOperatorOnARNKey, rules.TagConditionUnsupported, rules.UnknownConditionKey,
		rules.UnknownConditionOperator, rules.UntrustworthyConditionKey, rules.VariableInSensitiveKey,
		rules.WideSourceIP, rules.WildcardWithoutLike,
	},
	"control policies": {
		rules.RCPServiceGuard, rules.RCPSyntax, rules.SCPAllowNarrow, rules.SCPLegacySyntax, rules.SCPRegionDenyGlobal, rules.SCPResourceShortARN,
	},
	"grammar": {
		rules.ConflictingElements, rules.DuplicateSid, rules.EmptyCondition, rules.EmptyConditionValues,
		rules.EmptyElement, rules.EmptySid, rules.InvalidCharacter, rules.InvalidDataType, rules.InvalidEffect,
		rules.InvalidSid, rules.InvalidVersion, rules.JSONDuplicateKey, rules.MissingElement, rules.MissingVersion,
		rules.OldVersion, rules.StrayWhitespace, rules.UnknownElement, rules.UnsupportedElement,
	},
	"principals": {
		rules.AccountRootPrincipal, rules.AllowNotPrincipal, rules.CanonicalUserUnsupported,
		rules.CrossAccountPrincipal, rules.DenyNotPrincipal, rules.FederatedPrincipalInResourcePolicy,
		rules.InvalidPrincipalFormat, rules.InvalidPrincipalKey, rules.InvalidPrincipalValue,
		rules.InvalidServicePrincipal, rules.KMSPolicyLockout, rules.PrincipalIsGroup, rules.PrincipalUniqueID,
		rules.PublicPrincipal, rules.PublicPrincipalConditional, rules.PublicPrincipalWeakCondition,
		rules.ResourcePolicyWildcardAction, rules.RootAsOnlyException, rules.RootPrincipalCondition,
		rules.S3PolicyLockout, rules.SecureTransportMissing, rules.ServicePrincipalWeakSource,
		rules.ServicePrincipalWithoutSource, rules.ServicePrincipalWrongSourceKey, rules.SourceARNWithoutAccount,
		rules.TrustAccountRoot, rules.TrustAnyPrincipal, rules.UnsupportedKeyForServicePrincipal,
		rules.VPCEndpointAllowAll, rules.WildcardInPrincipal,
	},
	"redundancy": {
		rules.RedundantAction, rules.RedundantResource, rules.ShadowedAllow,
	},
	"resources": {
		rules.ARNDoubleSlash, rules.BucketPrefixWildcard, rules.HardcodedPartition, rules.InvalidARN,
		rules.InvalidARNAccount, rules.InvalidARNRegion, rules.InvalidARNResource, rules.InvalidARNService,
		rules.InvalidPartition, rules.LogGroupARNSuffix, rules.PlaceholderAccount, rules.ReservedSSORolePath,
		rules.ResourceTypeMismatch, rules.S3BucketObjectMismatch, rules.SecretARNSuffix, rules.ShortARN,
		rules.UnsupportedResourceInResourcePolicy, rules.UnusedResource, rules.WildcardInARNService,
		rules.WildcardOnlyActionScoped,
	},
	"sizes": {
		rules.MessagingPolicyQuota, rules.PolicyNearLimit, rules.PolicyTooLarge,
	},
	"variables": {
		rules.InvalidPolicyVariable, rules.UnknownVariable, rules.VariableOldVersion, rules.VariableUnsupportedPlace,
	},
}

// What a family of rules takes for AWS's managed policies, and for one of them on
// the average.
func BenchmarkFamilies(b *testing.B) {
	read, err := iamlint.Load(iamlint.Options{Dir: corpus(b)})
	if err != nil {
		b.Fatal(err)
	}
	for name, family := range families {
		b.Run(name, func(b *testing.B) {
			checker := rules.NewChecker(family, &rules.Config{})
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range read.Scopes {
					if _, err := checker.Check(s); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(read.Scopes)), "ns/policy")
		})
	}
}

// Every rule is of some family, unless it is about files or scopes.
func TestFamilies(t *testing.T) {
	for _, r := range rules.All {
		n := 0
		for _, family := range families {
			if slices.Contains(family, r) {
				n++
			}
		}
		if want := r.Run != nil; (n == 1) != want {
			t.Errorf("%s is in %d families", r.Name, n)
		}
	}
}
