package terraform

// Bounds on what one directory may cost, however hostile its text. All are far
// above what people write.
const (
	maxFile         = 4 << 20 // bytes of a file
	maxNesting      = 500     // brackets in brackets, operators in operators
	maxPieces       = 5_000   // lines or stretches of one string: hcl's time grows with the square
	maxDepth        = 1000    // calls of the evaluator within each other
	maxSteps        = 3_000_000
	statementSteps  = 32      // what it takes to copy a statement
	maxText         = 1 << 20 // bytes of a computed string
	maxParts        = 10_000  // holes or stretches of source in a string
	maxNodes        = 100_000 // values in a value
	maxRest         = 32      // things that are not known of one list
	maxItems        = 10_000  // of a computed list
	maxInstances    = 1000    // of a block with for_each
	maxCount        = 100     // of a block with count
	maxAlternatives = 16
	maxVaried       = 2000 // documents that stand for one instance
	maxIdentity     = 2000 // bytes of an expression that is compared with others
	maxExponent     = 4096 // binary, of a number that is written out
	maxExpr         = 120  // bytes of an expression that are shown
	shortExpr       = 60   // bytes of an expression that is shown in full
	maxErrors       = 10   // syntax errors reported of a file
)
