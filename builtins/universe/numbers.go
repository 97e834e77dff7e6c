package universe

// This file defines the functions about numbers: abs, round, pow, divmod, hash.

import (
	"math"
	"math/big"
	"math/bits"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/text"
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

func pow(t *thread, a args) (value, error) {
	if a[2] == starlark.None {
		return object.Binary(t, object.OpPow, a[0], a[1])
	}
	if x, ok := a[0].(*object.Instance); ok {
		if m := object.Special(x, "__pow__"); m != nil && !object.IsNativeMethod(m) {
			r, _, err := object.CallSpecial(t, x, "__pow__", a[1], a[2])
			if err != nil || r != object.NotImplemented {
				return r, err
			}
		}
	}
	b, okB := integer(a[0])
	e, okE := integer(a[1])
	m, okM := integer(a[2])
	if !okB || !okE || !okM {
		if isNumber(a[0]) && isNumber(a[1]) && isNumber(a[2]) {
			return nil, object.Raise(object.TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
		}
		return nil, object.Raise(object.TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", object.TypeName(a[0]), object.TypeName(a[1]), object.TypeName(a[2]))
	}
	if m.Sign() == 0 {
		return nil, object.Raise(object.ValueError, "pow() 3rd argument cannot be 0")
	}
	mod := new(big.Int).Abs(m)
	if e.Sign() < 0 {
		inverse := new(big.Int).ModInverse(new(big.Int).Mod(b, mod), mod)
		if inverse == nil {
			if mod.Cmp(big.NewInt(1)) != 0 {
				return nil, object.Raise(object.ValueError, "base is not invertible for the given modulus")
			}
			inverse = new(big.Int)
		}
		b, e = inverse, new(big.Int).Neg(e)
	}
	r := new(big.Int).Exp(new(big.Int).Mod(b, mod), e, mod)
	if m.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, m)
	}
	return starlark.MakeBigInt(r), nil
}

// integer returns an int or bool as a big number.
func integer(v value) (*big.Int, bool) {
	switch x := object.Base(v).(type) {
	case starlark.Int:
		return x.BigInt(), true
	case starlark.Bool:
		return asInt(x).BigInt(), true
	}
	return nil, false
}

func isNumber(v value) bool {
	switch object.Base(v).(type) {
	case starlark.Int, starlark.Bool, starlark.Float:
		return true
	}
	return object.IsInstance(v, object.ComplexType)
}

func divmod(t *thread, a args) (value, error) {
	x, y := a[0], a[1]
	if r, err := customDivmod(t, x, y); r != nil || err != nil {
		return r, err
	}
	x, y = plainNumber(x), plainNumber(y)
	_, fx := x.(starlark.Float)
	_, fy := y.(starlark.Float)
	if _, ok := x.(starlark.Int); !ok && !fx {
		return nil, divmodError(a)
	}
	if _, ok := y.(starlark.Int); !ok && !fy {
		return nil, divmodError(a)
	}
	if fx || fy {
		p, err := object.Float(t, x)
		if err != nil {
			return nil, err
		}
		q, err := object.Float(t, y)
		if err != nil {
			return nil, err
		}
		return floatDivmod(p, q)
	}
	q, err := object.Binary(t, syntax.SLASHSLASH, x, y)
	if err != nil {
		return nil, err
	}
	r, err := object.Binary(t, syntax.PERCENT, x, y)
	return starlark.Tuple{q, r}, err
}

func divmodError(a args) error {
	return object.Raise(object.TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", object.TypeName(a[0]), object.TypeName(a[1]))
}

// customDivmod asks the operands' own methods; nil, nil if they have none.
func customDivmod(t *thread, x, y value) (value, error) {
	for _, try := range []struct {
		self, other value
		method      string
	}{{x, y, "__divmod__"}, {y, x, "__rdivmod__"}} {
		if m := object.Special(try.self, try.method); m != nil && !object.IsNativeMethod(m) {
			r, _, err := object.CallSpecial(t, try.self, try.method, try.other)
			if err != nil || r != object.NotImplemented {
				return r, err
			}
		}
	}
	return nil, nil
}

func plainNumber(v value) value {
	v = object.Base(v)
	if b, ok := v.(starlark.Bool); ok {
		return asInt(b)
	}
	return v
}

// floatDivmod is CPython's float_divmod.
func floatDivmod(x, y float64) (value, error) {
	if y == 0 {
		return nil, object.Raise(object.ZeroDivisionError, "float divmod()")
	}
	mod := math.Mod(x, y)
	div := (x - mod) / y
	if mod != 0 {
		if (y < 0) != (mod < 0) {
			mod += y
			div--
		}
	} else {
		mod = math.Copysign(0, y)
	}
	floor := math.Copysign(0, x/y)
	if div != 0 {
		floor = math.Floor(div)
		if div-floor > 0.5 {
			floor++
		}
	}
	return starlark.Tuple{starlark.Float(floor), starlark.Float(mod)}, nil
}

// hashModulus is CPython's prime for the hash of numbers, so that equal numbers
// of different types hash equally.
const hashModulus = 1<<61 - 1

// Hash is hash(v).
func Hash(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	switch x := v.(type) {
	case starlark.Int:
		return hashInt(x), nil
	case starlark.Bool:
		return asInt(x), nil
	case starlark.Float:
		return hashFloat(float64(x)), nil
	case *object.Instance:
		m := object.Special(x, "__hash__")
		if m != nil && m != starlark.None && !object.IsNativeMethod(m) {
			r, _, err := object.CallSpecial(t, x, "__hash__")
			if err != nil {
				return nil, err
			}
			n, ok := object.Base(r).(starlark.Int)
			if !ok {
				if b, isBool := r.(starlark.Bool); isBool {
					return asInt(b), nil
				}
				return nil, object.Raise(object.TypeError, "__hash__ method should return an integer")
			}
			if i, ok := n.Int64(); ok {
				if i == -1 {
					i = -2
				}
				return starlark.MakeInt64(i), nil
			}
			return hashInt(n), nil
		}
		if b := object.Base(x); b != starlark.Value(x) && m != starlark.None {
			return Hash(t, b)
		}
	}
	if _, typed := v.(object.Typed); typed {
		if m := object.Special(v, "__hash__"); m == starlark.None {
			return nil, object.Raise(object.TypeError, "unhashable type: '%s'", object.TypeName(v))
		} else if m != nil {
			r, _, err := object.CallSpecial(t, v, "__hash__")
			if n, ok := r.(starlark.Int); ok && err == nil {
				return hashInt(n), nil
			}
			return r, err
		}
	}
	h, err := v.Hash()
	if err != nil {
		if object.IsException(err, object.BaseException) {
			return nil, err
		}
		return nil, &object.Error{Exc: object.FromNative(t, err, nil)}
	}
	// Spread over 61 bits, as a hash that a script may look at should be.
	wide := uint64(h) * 0x9e3779b97f4a7c15
	return starlark.MakeUint64(wide >> 3), nil
}

func hashInt(x starlark.Int) starlark.Value {
	if n, ok := x.Int64(); ok && n > -hashModulus && n < hashModulus {
		if n == -1 {
			n = -2
		}
		return starlark.MakeInt64(n)
	}
	b := x.BigInt()
	r := new(big.Int).Rem(b, big.NewInt(hashModulus)).Int64()
	if r == -1 {
		r = -2
	}
	return starlark.MakeInt64(r)
}

// hashFloat is CPython's _Py_HashDouble.
func hashFloat(f float64) starlark.Value {
	switch {
	case math.IsInf(f, 1):
		return starlark.MakeInt(314159)
	case math.IsInf(f, -1):
		return starlark.MakeInt(-314159)
	case math.IsNaN(f):
		return starlark.MakeInt(0)
	}
	m, e := math.Frexp(f)
	sign := int64(1)
	if m < 0 {
		sign, m = -1, -m
	}
	var x uint64
	for m != 0 {
		x = ((x << 28) & hashModulus) | x>>(61-28)
		m *= 268435456.0 // 2**28
		e -= 28
		y := uint64(m)
		m -= float64(y)
		x += y
		if x >= hashModulus {
			x -= hashModulus
		}
	}
	if e >= 0 {
		e %= 61
	} else {
		e = 61 - 1 - ((-1 - e) % 61)
	}
	x = ((x << e) & hashModulus) | x>>(61-e)
	r := int64(x) * sign
	if r == -1 {
		r = -2
	}
	return starlark.MakeInt64(r)
}

// addFits adds two int64s if the sum is one.
func addFits(a, b int64) (int64, bool) {
	s, carry := bits.Add64(uint64(a), uint64(b), 0)
	_ = carry
	r := int64(s)
	return r, (a >= 0) != (b >= 0) || (r >= 0) == (a >= 0)
}
