// Package dataclasses is the module dataclasses, written in the language itself (dataclasses.py).
package dataclasses

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed dataclasses.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "dataclasses", Doc: "Data classes.", Source: source})
}
