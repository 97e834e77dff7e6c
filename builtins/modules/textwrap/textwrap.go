// Package textwrap is the module textwrap, written in the language itself (textwrap.py).
package textwrap

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed textwrap.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "textwrap", Doc: "Text wrapping and filling.", Source: source})
}
