// Package csv is the module csv, written in the language itself (csv.py).
package csv

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed csv.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "csv", Doc: "CSV parsing and writing.", Source: source})
}
