// Package hmac is the module hmac, written in the language itself (hmac.py).
package hmac

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed hmac.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "hmac", Doc: "HMAC (Keyed-Hashing for Message Authentication) module.", Source: source})
}
