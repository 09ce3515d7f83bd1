//go:build ignore

// Gen writes docs/rules.md.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/iamlint/iamlint/rules"
	"github.com/iamlint/iamlint/rules/ruledoc"
)

func main() {
	if err := os.WriteFile(filepath.Join("..", "docs", "rules.md"), ruledoc.Markdown(rules.All), 0o644); err != nil {
		log.Fatal(err)
	}
}
