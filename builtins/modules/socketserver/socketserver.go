// Package socketserver is the module socketserver, written in the language
// itself.
package socketserver

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed socketserver.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "socketserver", Doc: "Generic socket server classes.", Source: source})
}
