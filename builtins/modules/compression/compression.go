// Package compression is the module _compression: what gzip, bz2, lzma and
// zipfile have in common (compression.py).
package compression

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

//go:embed compression.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "_compression", Doc: "Internal classes used by the gzip, lzma and bz2 modules.", Source: source, Funcs: []object.Def{
		{Sig: "_most()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
			return starlark.MakeInt(types.MaxBytes(t)), nil
		}},
	}})
}
