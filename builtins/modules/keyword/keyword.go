// Package keyword is the module keyword, written in the language itself (keyword.py).
package keyword

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed keyword.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "keyword", Doc: "Keywords.", Source: source})
}
