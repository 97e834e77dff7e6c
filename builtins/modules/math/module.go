// Package math is the module math. The elementary functions are libm's.
//
//	functions of floats     floats.go
//	integers                integers.go
//	logarithms, rounding    round.go
//	sums, products, norms   sums.go
package math

// This file defines the module.

import (
	"math"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

func domainError() error { return object.Raise(object.ValueError, "math domain error") }
func rangeError() error  { return object.Raise(object.OverflowError, "math range error") }

func init() {
	var funcs []object.Def
	for _, list := range [][]object.Def{floatFuncs(), intFuncs, roundFuncs, sumFuncs} {
		funcs = append(funcs, list...)
	}
	registry.Register(&registry.Module{
		Name: "math", Doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
		Funcs: funcs,
		Values: map[string]value{
			"pi": starlark.Float(math.Pi), "e": starlark.Float(math.E), "tau": starlark.Float(2 * math.Pi),
			"inf": starlark.Float(math.Inf(1)), "nan": starlark.Float(math.NaN()),
		},
	})
}
