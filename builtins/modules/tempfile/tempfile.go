// Package tempfile is the module tempfile, written in the language itself (tempfile.py).
package tempfile

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed tempfile.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "tempfile", Doc: "Temporary files.", Source: source})
}
