// Package glob is the module glob, written in the language itself (glob.py).
package glob

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
)

//go:embed glob.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "glob", Doc: "Filename globbing utility.", Source: source, Funcs: []object.Def{
		{Sig: "_denied(exception, /)", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
			x, ok := a[0].(*object.Instance)
			return starlark.Bool(ok && permit.IsDenied(&object.Error{Exc: x})), nil
		}},
	}})
}
