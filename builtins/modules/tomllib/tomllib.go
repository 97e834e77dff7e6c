// Package tomllib is the module tomllib, written in the language itself (tomllib.py).
package tomllib

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed tomllib.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "tomllib", Doc: "TOML parser.", Source: source})
}
