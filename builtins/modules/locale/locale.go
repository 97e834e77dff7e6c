// Package locale is the module locale: the C locale, which is what CPython has too until a
// program sets another one.
package locale

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed locale.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "locale", Doc: "Support for the C locale.", Source: source})
}
