// Package fractions is the module fractions, written in the language itself
// (fractions.py).
package fractions

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed fractions.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "fractions", Doc: "Fraction, infinite-precision, rational numbers.", Source: source})
}
