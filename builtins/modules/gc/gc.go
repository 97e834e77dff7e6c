// Package gc is the module gc. Go's collector does the work; generations and
// thresholds are accepted and mean nothing.
package gc

import (
	"context"
	"runtime"
	"sync/atomic"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

var disabled atomic.Bool

func none(t *object.Thread, a object.Args) (starlark.Value, error) { return starlark.None, nil }

func init() {
	registry.Register(&registry.Module{
		Name: "gc", Doc: "This module provides access to the garbage collector for reference cycles.",
		Funcs: []object.Def{
			{Sig: "collect(generation=2)", Doc: "Run the garbage collector.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				err := t.Block(func(context.Context) error { runtime.GC(); return nil })
				return starlark.MakeInt(0), err
			}},
			{Sig: "enable()", Doc: "Enable automatic garbage collection.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				disabled.Store(false)
				return starlark.None, nil
			}},
			{Sig: "disable()", Doc: "Disable automatic garbage collection.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				disabled.Store(true)
				return starlark.None, nil
			}},
			{Sig: "isenabled()", Doc: "Returns true if automatic garbage collection is enabled.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				return starlark.Bool(!disabled.Load()), nil
			}},
			{Sig: "get_threshold()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				return starlark.Tuple{starlark.MakeInt(2000), starlark.MakeInt(10), starlark.MakeInt(0)}, nil
			}},
			{Sig: "set_threshold(threshold0, threshold1=10, threshold2=0, /)", Fn: none},
			{Sig: "get_count()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				return starlark.Tuple{starlark.MakeInt(0), starlark.MakeInt(0), starlark.MakeInt(0)}, nil
			}},
			{Sig: "freeze()", Fn: none}, {Sig: "unfreeze()", Fn: none},
		},
		Values: map[string]starlark.Value{"garbage": starlark.Tuple(nil)},
	})
}
