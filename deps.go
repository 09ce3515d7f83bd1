package iamlint

import (
	_ "github.com/bmatcuk/doublestar/v4"
	_ "github.com/go-json-experiment/json/jsontext"
	_ "github.com/google/go-cmp/cmp"
	_ "github.com/hashicorp/hcl/v2/hclsyntax"
	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/santhosh-tekuri/jsonschema/v6"
	_ "github.com/spf13/cobra"
	_ "github.com/zclconf/go-cty/cty"
	_ "go.yaml.in/yaml/v4"
	_ "golang.org/x/term"
	_ "golang.org/x/tools/go/analysis"
	_ "golang.org/x/tools/txtar"
)
