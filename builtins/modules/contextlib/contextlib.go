// Package contextlib is the module contextlib, written in the language itself
// (contextlib.py).
package contextlib

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed contextlib.py
var source string

func init() {
	registry.Register(&registry.Module{
		Name: "contextlib", Doc: "Utilities for with-statement contexts. See PEP 343.", Source: source,
	})
}
