// Package typing is the module typing, written in the language itself (typing.py).
package typing

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed typing.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "typing", Differs: "names only: nothing is checked, as in Python.",
		Doc: "The typing module: support for gradual typing as defined by PEP 484.", Source: source})
}
