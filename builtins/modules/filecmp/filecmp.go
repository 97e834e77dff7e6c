// Package filecmp is the module filecmp, written in the language itself (filecmp.py).
package filecmp

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed filecmp.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "filecmp", Doc: "Utilities for comparing files and directories.", Source: source})
}
