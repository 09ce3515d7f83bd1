module github.com/iamlint/iamlint/catalog/internal/gen

go 1.26.0
