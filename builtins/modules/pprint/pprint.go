// Package pprint is the module pprint, written in the language itself (pprint.py).
package pprint

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed pprint.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "pprint", Doc: "Support to pretty-print lists, tuples, & dictionaries recursively.", Source: source})
}
