package math

// This file defines the logarithms, which take integers of any size, and the
// functions that round to integers.

import (
	"math"
	"math/big"

	"go.starlark.net/starlark"

	"starpool/builtins/libm"
	"starpool/builtins/object"
)

// logOf applies a logarithm to a float, or to an integer that may be too large
// for one.
func logOf(t *thread, v value, fn func(x float64) float64) (float64, error) {
	if n, ok := object.Base(v).(starlark.Int); ok {
		if n.Sign() <= 0 {
			return 0, domainError()
		}
		x, err := object.IntToFloat(n)
		if err == nil {
			return fn(x), nil
		}
		m := new(big.Float).SetInt(n.BigInt())
		e := m.MantExp(m)
		x, _ = m.Float64()
		return fn(x) + float64(fn(2)*float64(e)), nil
	}
	x, err := object.Float(t, v)
	if err != nil {
		return 0, err
	}
	if x <= 0 {
		return 0, domainError()
	}
	return fn(x), nil
}

func logFunc(name, doc string, fn func(x float64) float64) object.Def {
	return object.Def{Sig: name + "(x, /)", Doc: doc, Fn: func(t *thread, a args) (value, error) {
		r, err := logOf(t, a[0], fn)
		return starlark.Float(r), err
	}}
}

// rounding makes floor and ceil.
func rounding(name, method, doc string, fn func(x float64) float64) object.Def {
	return object.Def{Sig: name + "(x, /)", Doc: doc, Fn: func(t *thread, a args) (value, error) {
		switch x := a[0].(type) {
		case starlark.Float:
			return toInt(fn(float64(x)))
		case starlark.Int:
			return x, nil
		case *object.Instance:
			if r, found, err := object.CallSpecial(t, x, method); found {
				return r, err
			}
		}
		if n, ok := object.BigInt(a[0]); ok {
			return starlark.MakeBigInt(n), nil
		}
		x, err := object.Float(t, a[0])
		if err != nil {
			return nil, err
		}
		return toInt(fn(x))
	}}
}

func toInt(x float64) (value, error) {
	switch {
	case math.IsNaN(x):
		return nil, object.Raise(object.ValueError, "cannot convert float NaN to integer")
	case math.IsInf(x, 0):
		return nil, object.Raise(object.OverflowError, "cannot convert float infinity to integer")
	case math.Abs(x) < 1<<62:
		return starlark.MakeInt64(int64(x)), nil
	}
	n, _ := new(big.Float).SetFloat64(x).Int(nil)
	return starlark.MakeBigInt(n), nil
}

var roundFuncs = []object.Def{
	logFunc("log2", "Return the base 2 logarithm of x.", libm.Log2),
	logFunc("log10", "Return the base 10 logarithm of x.", libm.Log10),
	{Sig: "log(x, base=..., /)", Doc: "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x.", Fn: func(t *thread, a args) (value, error) {
		x, err := logOf(t, a[0], libm.Log)
		if err != nil || a[1] == nil {
			return starlark.Float(x), err
		}
		base, err := logOf(t, a[1], libm.Log)
		if err == nil && base == 0 {
			err = object.Raise(object.ZeroDivisionError, "float division by zero")
		}
		return starlark.Float(x / base), err
	}},
	rounding("floor", "__floor__", "Return the floor of x as an Integral.\n\nThis is the largest integer <= x.", math.Floor),
	rounding("ceil", "__ceil__", "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x.", math.Ceil),
	{Sig: "trunc(x, /)", Doc: "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method.", Fn: func(t *thread, a args) (value, error) {
		if x, ok := a[0].(starlark.Float); ok {
			return toInt(math.Trunc(float64(x)))
		}
		if x, ok := a[0].(*object.Instance); ok {
			if r, found, err := object.CallSpecial(t, x, "__trunc__"); found {
				return r, err
			}
		}
		switch x := object.Base(a[0]).(type) {
		case starlark.Float:
			return toInt(math.Trunc(float64(x)))
		case starlark.Int, starlark.Bool:
			n, _ := object.BigInt(x)
			return starlark.MakeBigInt(n), nil
		}
		return nil, object.Raise(object.TypeError, "type %s doesn't define __trunc__ method", object.TypeName(a[0]))
	}},
}
