// Package http is the modules http (status.py) and those under it, most of them
// in the language itself.
package http

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed status.py
var statusSource string

func init() {
	registry.Register(&registry.Module{Name: "http", Doc: "Status codes and methods of HTTP.", Source: statusSource})
}
