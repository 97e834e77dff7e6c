// Package enum is the module enum, written in the language itself (enum.py).
package enum

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed enum.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "enum", Doc: "Support for enumerations.", Source: source})
}
