// Package datetime is the module datetime. Its classes are written in the language
// itself (datetime.py and moments.py) on top of what Go does for them:
//
//	timedelta                            delta.go
package datetime

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	value  = starlark.Value
	args   = object.Args
)

//go:embed datetime.py
var dates string

//go:embed moments.py
var moments string

// classes are those of an isolate's module, which results are made of.
type classes struct {
	delta *object.Class
}

var classesIn = isolate.NewKey(func(*isolate.Isolate) *classes { return &classes{} })

func init() {
	registry.Register(&registry.Module{
		Name: "datetime", Doc: "Concrete date/time and related types.", Script: func() string { return dates + moments },
		Init: func(t *thread, m *object.Module) error {
			m.Vars.Set("_Delta", deltaClass)
			return nil
		},
		Funcs: []object.Def{
			{Sig: "_delta_class(cls, /)", Fn: func(t *thread, a args) (value, error) {
				classesIn.In(t.Isolate()).delta = a[0].(*object.Class)
				return a[0], nil
			}},
		},
	})
}
