// Package linecache is the module linecache, written in the language itself (linecache.py).
package linecache

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed linecache.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "linecache", Doc: "Cache lines from Python source files.", Source: source})
}
