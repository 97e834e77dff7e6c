// Package dataclasses is the module dataclasses. What happens when a class is
// decorated is written in the language itself (dataclasses.py), and so are the
// methods that it makes; what their calls cost is here.
//
//	dataclasses.go   the module
//	fill.go          what a generated __init__ does
//	compare.go       what the other generated methods do
package dataclasses

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed dataclasses.py
var source string

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

func init() {
	registry.Register(&registry.Module{
		Name: "dataclasses", Doc: "Data classes.", Source: source,
		Funcs: []object.Def{
			{Sig: "_init(function, plan, self, args, kwargs, /)", Fn: initialise},
			{Sig: "_values(self, names, /)", Fn: values},
			{Sig: "_equal(self, other, names, /)", Fn: equal},
			{Sig: "_show(self, names, /)", Fn: show},
		},
	})
}
