// Package uuid is the module uuid, written in the language itself (uuid.py).
package uuid

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed uuid.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "uuid", Doc: "UUID objects (universally unique identifiers) according to RFC 4122.", Source: source})
}
