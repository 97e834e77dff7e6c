// Package pathlib is the module pathlib, written in the language itself (pathlib.py).
package pathlib

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed pathlib.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "pathlib", Doc: "Object-oriented filesystem paths.", Source: source})
}
