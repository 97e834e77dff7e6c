// Package selectors is the modules select (select.py) and selectors
// (selectors.py), written in the language itself over the wait of package socket.
package selectors

import (
	_ "embed"

	"starpool/builtins/registry"
)

var (
	//go:embed select.py
	selectSource string
	//go:embed selectors.py
	selectorsSource string
)

func init() {
	registry.Register(&registry.Module{Name: "select", Doc: "Waiting for several file descriptors.", Source: selectSource})
	registry.Register(&registry.Module{Name: "selectors", Doc: "Selectors module.", Source: selectorsSource})
}
