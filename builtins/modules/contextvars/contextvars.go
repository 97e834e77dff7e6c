// Package contextvars is the module contextvars, written in the language itself (contextvars.py).
package contextvars

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed contextvars.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "contextvars", Doc: "Context variables.", Source: source})
}
