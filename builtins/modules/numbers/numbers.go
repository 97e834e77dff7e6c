// Package numbers is the module numbers, written in the language itself
// (numbers.py): the abstract base classes of PEP 3141.
package numbers

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed numbers.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "numbers", Doc: "Abstract Base Classes (ABCs) for numbers, according to PEP 3141.", Source: source})
}
