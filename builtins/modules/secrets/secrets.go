// Package secrets is the module secrets, written in the language itself (secrets.py).
package secrets

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed secrets.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "secrets", Doc: "Generate cryptographically strong pseudo-random numbers suitable for managing secrets.", Source: source})
}
