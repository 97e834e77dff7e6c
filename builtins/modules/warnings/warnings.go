// Package warnings is the module warnings, written in the language itself (warnings.py).
package warnings

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed warnings.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "warnings", Doc: "Python part of the warnings subsystem.", Source: source})
}
