// Package fileinput is the module fileinput, written in the language itself (fileinput.py).
package fileinput

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed fileinput.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "fileinput", Doc: "Helper class to quickly write a loop over all standard input files.", Source: source})
}
