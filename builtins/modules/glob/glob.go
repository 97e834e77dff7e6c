// Package glob is the module glob, written in the language itself (glob.py).
package glob

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed glob.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "glob", Doc: "Filename globbing utility.", Source: source})
}
