// Package colorsys is the module colorsys, written in the language itself (colorsys.py).
package colorsys

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed colorsys.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "colorsys", Doc: "Conversion functions between RGB and other color systems.", Source: source})
}
