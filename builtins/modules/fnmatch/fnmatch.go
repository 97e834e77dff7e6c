// Package fnmatch is the module fnmatch, written in the language itself (fnmatch.py).
package fnmatch

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed fnmatch.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "fnmatch", Doc: "Filename matching with shell patterns.", Source: source})
}
