// Package uuid is the module uuid, written in the language itself (uuid.py, safe.py).
package uuid

import (
	_ "embed"

	"starpool/builtins/registry"
)

var (
	//go:embed uuid.py
	source string
	//go:embed safe.py
	safe string
)

func init() {
	registry.Register(&registry.Module{Name: "uuid", Doc: "UUID objects (universally unique identifiers) according to RFC 4122.", Source: source,
		Parts: []registry.Part{{Names: registry.Named("SafeUUID"), Source: safe}}})
}
