package universe

// This file defines the functions about numbers: abs, round, pow, divmod, hash.

import (
	"math"
	"math/bits"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

var numberDefs = []object.Def{
	{Sig: "abs(x, /)", Fn: abs},
	{Sig: "round(number, ndigits=None)", Fn: round},
	{Sig: "pow(base, exp, mod=None)", Fn: pow},
	{Sig: "divmod(x, y, /)", Fn: divmod},
	{Sig: "hash(obj, /)", Fn: func(t *thread, a args) (value, error) { return Hash(t, a[0]) }},
}

func abs(t *thread, a args) (value, error) {
	v := a[0]
	if _, ok := v.(*object.Instance); ok {
		if r, found, err := object.CallSpecial(t, v, "__abs__"); found {
			return r, err
		}
		v = object.Base(v)
	}
	switch x := v.(type) {
	case starlark.Int:
		if x.Sign() >= 0 {
			return x, nil
		}
		return starlark.MakeInt(0).Sub(x), nil
	case starlark.Float:
		return starlark.Float(math.Abs(float64(x))), nil
	case starlark.Bool:
		return asInt(x), nil
	}
	if r, found, err := object.CallSpecial(t, v, "__abs__"); found {
		return r, err
	}
	return nil, object.Raise(object.TypeError, "bad operand type for abs(): '%s'", object.TypeName(a[0]))
}

func asInt(b starlark.Bool) starlark.Int {
	if b {
		return starlark.MakeInt(1)
	}
	return starlark.MakeInt(0)
}

func round(t *thread, a args) (value, error) {
	v := a[0]
	if _, ok := v.(*object.Instance); ok {
		if m := object.Special(v, "__round__"); m != nil && !object.IsNativeMethod(m) {
			var r value
			var err error
			if a[1] == starlark.None {
				r, _, err = object.CallSpecial(t, v, "__round__")
			} else {
				r, _, err = object.CallSpecial(t, v, "__round__", a[1])
			}
			return r, err
		}
		v = object.Base(v)
	}
	switch x := v.(type) {
	case starlark.Bool:
		return roundInt(t, asInt(x), a[1])
	case starlark.Int:
		return roundInt(t, x, a[1])
	case starlark.Float:
		if a[1] == starlark.None {
			n, err := text.RoundToInt(float64(x))
			if err != nil {
				return nil, object.TextError(err)
			}
			return starlark.MakeBigInt(n), nil
		}
		n, err := object.ClampedInt(t, a[1])
		if err != nil {
			return nil, err
		}
		f, err := text.RoundFloat(float64(x), n)
		return starlark.Float(f), object.TextError(err)
	}
	if m := object.Special(v, "__round__"); m != nil {
		if a[1] == starlark.None {
			r, _, err := object.CallSpecial(t, v, "__round__")
			return r, err
		}
		r, _, err := object.CallSpecial(t, v, "__round__", a[1])
		return r, err
	}
	return nil, object.Raise(object.TypeError, "type %s doesn't define __round__ method", object.TypeName(a[0]))
}

func roundInt(t *thread, x starlark.Int, digits value) (value, error) {
	if digits == starlark.None {
		return x, nil
	}
	n, err := object.ClampedInt(t, digits)
	if err != nil {
		return nil, err
	}
	if n >= 0 {
		return x, nil
	}
	// Beyond the number's own digits the result is 0.
	if float64(-n) > float64(x.BigInt().BitLen())*0.302+2 {
		return starlark.MakeInt(0), nil
	}
	return starlark.MakeBigInt(text.RoundInt(x.BigInt(), -n)), nil
}

func pow(t *thread, a args) (value, error) { return types.Pow(t, a[0], a[1], a[2]) }

func divmod(t *thread, a args) (value, error) { return types.Divmod(t, a[0], a[1]) }

// Hash is hash(v).
func Hash(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	h, err := types.Hash(t, v)
	if err != nil {
		return nil, err
	}
	return starlark.MakeInt64(h), nil
}

// addFits adds two int64s if the sum is one.
func addFits(a, b int64) (int64, bool) {
	s, carry := bits.Add64(uint64(a), uint64(b), 0)
	_ = carry
	r := int64(s)
	return r, (a >= 0) != (b >= 0) || (r >= 0) == (a >= 0)
}
