// Package decimal is the module decimal: the arithmetic of package decnum behind
// the classes of CPython's _decimal.
//
//	signals, exception classes           signals.go
//	Context, getcontext, localcontext    context.go
//	Decimal: making and reading          number.go
//	operators and methods                arith.go
//	the table of operations, which both
//	Decimal and Context have             operations.go
//	functions of one number              single.go
//	format()                             format.go
//
// What would need more than decnum.MaxDigits digits raises MemoryError.
package decimal

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	value  = starlark.Value
	args   = object.Args
)

//go:embed decimal.py
var source string

func init() {
	values := map[string]value{
		"MAX_PREC": starlark.MakeInt64(999999999999999999), "MAX_EMAX": starlark.MakeInt64(999999999999999999),
		"MIN_EMIN": starlark.MakeInt64(-999999999999999999), "MIN_ETINY": starlark.MakeInt64(-1999999999999999997),
		"HAVE_THREADS": starlark.True, "HAVE_CONTEXTVAR": starlark.True,
		"__version__": starlark.String("1.70"), "__libmpdec_version__": starlark.String("2.5.1"),
	}
	for name := range rounders {
		values[name] = starlark.String(name)
	}
	registry.Register(&registry.Module{
		Name: "decimal", Doc: "Decimal fixed-point and floating-point arithmetic, to the General Decimal Arithmetic Specification.",
		Differs: "powers are correctly rounded in every rounding mode; a result of more than 50,000,000 digits raises MemoryError.",
		Classes: append([]*object.Class{decimalClass, contextClass}, exceptionClasses()...),
		Funcs: []object.Def{
			{Sig: "getcontext()", Doc: "Get the current default context.", Fn: func(t *thread, a args) (value, error) {
				return current(t), nil
			}},
			{Sig: "setcontext(context, /)", Doc: "Set a new default context.", Fn: setContext},
		},
		Values: values,
		Init: func(t *thread, m *object.Module) error {
			c := contextsIn.In(t.Isolate())
			m.Vars.Set("DefaultContext", c.def)
			m.Vars.Set("BasicContext", c.basic)
			m.Vars.Set("ExtendedContext", c.extended)
			return nil
		},
		Source: source,
	})
}
