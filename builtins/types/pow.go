package types

// This file defines ** and pow() on ints and floats.

import (
	"context"
	"math"
	"math/big"

	"go.starlark.net/starlark"

	"starpool/builtins/libm"
	"starpool/builtins/object"
)

// Pow is pow(base, exp, mod). A mod of nil or None means none.
func Pow(t *thread, base, exp, mod value) (value, error) {
	if mod == nil || mod == starlark.None {
		return object.Binary(t, object.OpPow, base, exp)
	}
	// A class of the script may define the ternary form.
	if x, ok := base.(*object.Instance); ok {
		if m := x.Class().Lookup("__pow__"); m != nil && m != starlark.None && (!object.IsNativeMethod(m) || object.Base(x) == value(x)) {
			r, _, err := object.CallSpecial(t, x, "__pow__", exp, mod)
			if err != nil || r != object.NotImplemented {
				return r, err
			}
		}
	}
	r, err := powTernary(t, base, exp, mod)
	if r != nil || err != nil {
		return r, err
	}
	return nil, object.Raise(object.TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
		object.TypeName(base), object.TypeName(exp), object.TypeName(mod))
}

// powTernary is pow with three numbers; nil, nil if one is no number.
func powTernary(t *thread, base, exp, mod value) (value, error) {
	if _, isFloat := object.Base(base).(starlark.Float); isFloat {
		return noModulus(t, base, exp, mod)
	}
	b, bok := asInt(base)
	e, eok := asInt(exp)
	m, mok := asInt(mod)
	if bok && eok && mok {
		return modPow(t, b, e, m)
	}
	real, any := true, false
	for _, v := range []value{base, exp, mod} {
		switch object.Base(v).(type) {
		case Complex:
			any = true
		case starlark.Float:
		case starlark.Int, starlark.Bool:
		default:
			real = false
		}
	}
	switch {
	case !real:
		return nil, nil
	case any:
		return nil, object.Raise(object.ValueError, "complex modulo")
	}
	return nil, object.Raise(object.TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
}

// longWork is the size of a computation (a product of bit lengths) from which
// it is done without the lock.
const longWork = 1 << 24

func modPow(t *thread, base, exp, mod starlark.Int) (value, error) {
	if mod.Sign() == 0 {
		return nil, object.Raise(object.ValueError, "pow() 3rd argument cannot be 0")
	}
	b, e, m := base.BigInt(), exp.BigInt(), mod.BigInt()
	abs := new(big.Int).Abs(m)
	if err := object.ChargeSlow(t, abs.BitLen()); err != nil {
		return nil, err
	}
	if e.Sign() < 0 {
		if b = new(big.Int).ModInverse(b, abs); b == nil {
			return nil, object.Raise(object.ValueError, "base is not invertible for the given modulus")
		}
		e.Neg(e)
	}
	r := new(big.Int)
	if t != nil && int64(e.BitLen())*int64(abs.BitLen()) > longWork {
		err := t.Block(func(ctx context.Context) error { return longExp(ctx, r, b, e, abs) })
		if err != nil {
			return nil, err
		}
	} else {
		r.Exp(b, e, abs)
	}
	r.Mod(r, abs)
	if m.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, m)
	}
	return starlark.MakeBigInt(r), nil
}

// longExp is r.Exp(b, e, m) in pieces of 64 bits of e, so that it can be stopped
// between them.
func longExp(ctx context.Context, r, b, e, m *big.Int) error {
	const piece = 64
	r.SetInt64(1)
	step := new(big.Int).Lsh(big.NewInt(1), piece)
	part := new(big.Int)
	for n := (e.BitLen() + piece - 1) / piece; n > 0; n-- {
		if err := ctx.Err(); err != nil {
			return err
		}
		part.Rsh(e, uint(n-1)*piece)
		part.And(part, new(big.Int).Sub(step, big.NewInt(1)))
		r.Exp(r, step, m)
		r.Mul(r, part.Exp(b, part, m))
		r.Mod(r, m)
	}
	return nil
}

// intPow is x ** y for ints: a float if y is negative.
func intPow(t *thread, x, y starlark.Int) (value, error) {
	if y.Sign() < 0 {
		f, err := object.IntToFloat(x)
		if err != nil {
			return nil, err
		}
		g, err := object.IntToFloat(y)
		if err != nil {
			return nil, err
		}
		return floatPowValue(f, g)
	}
	if n, ok := x.Int64(); ok {
		switch n {
		case 0:
			if y.Sign() == 0 {
				return starlark.MakeInt(1), nil
			}
			return x, nil
		case 1:
			return x, nil
		case -1:
			if y.BigInt().Bit(0) == 0 {
				return starlark.MakeInt(1), nil
			}
			return x, nil
		}
	}
	e, ok := y.Int64()
	bits := bitLen(x)
	// |x| >= 2**(bits-1), so that the result has more than (bits-1)*e bits.
	if !ok || e > maxIntBits || int64(bits-1)*e > maxIntBits {
		return nil, object.Raise(object.MemoryError, "")
	}
	if err := object.ChargeBits(t, int64(bits-1)*e); err != nil {
		return nil, err
	}
	if int64(bits)*e <= 62 {
		n, _ := x.Int64()
		r := int64(1)
		for range e {
			r *= n
		}
		return starlark.MakeInt64(r), nil
	}
	base := x.BigInt()
	// A power of two is a shift.
	if tz := base.TrailingZeroBits(); base.Sign() > 0 && int(tz) == bits-1 {
		return starlark.MakeBigInt(new(big.Int).Lsh(big.NewInt(1), tz*uint(e))), nil
	}
	r := new(big.Int)
	if t == nil || int64(bits)*e < longWork/16 {
		r.Exp(base, big.NewInt(e), nil)
		return starlark.MakeBigInt(r), nil
	}
	err := t.Block(func(ctx context.Context) error {
		// Square and multiply from the top bit, so that Ctrl-C is seen between.
		r.Set(base)
		for i := big.NewInt(e).BitLen() - 2; i >= 0; i-- {
			if err := ctx.Err(); err != nil {
				return err
			}
			r.Mul(r, r)
			if e>>uint(i)&1 == 1 {
				r.Mul(r, base)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return starlark.MakeBigInt(r), nil
}

// floatPowValue is x ** y for floats: complex for a negative x and a y that is
// no integer.
func floatPowValue(x, y float64) (value, error) {
	switch {
	case y == 0 || x == 1:
		return starlark.Float(1), nil
	case x == 0 && y < 0:
		return nil, object.Raise(object.ZeroDivisionError, "0.0 cannot be raised to a negative power")
	case x < 0 && !math.IsInf(x, 0) && !math.IsInf(y, 0) && y == y && y != math.Floor(y):
		z, err := complexPow(complex(x, 0), complex(y, 0))
		if err != nil {
			return nil, err
		}
		return Complex(z), nil
	}
	r := libm.Pow(x, y)
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return nil, object.RaiseArgs(object.OverflowError, starlark.MakeInt(34), starlark.String("Numerical result out of range"))
	}
	return starlark.Float(r), nil
}

// powMethods makes __pow__ and __rpow__, which take an optional modulus. ternary
// computes the form with three arguments.
func powMethods(binary func(t *thread, a, b value) (value, error), ternary func(t *thread, base, exp, mod value) (value, error)) []object.Def {
	def := func(name string, swap bool) object.Def {
		return object.Def{Sig: name + "(self, value, mod=None, /)", Fn: func(t *thread, a args) (value, error) {
			base, exp := a[0], a[1]
			if swap {
				base, exp = exp, base
			}
			if a[2] == starlark.None {
				return binary(t, base, exp)
			}
			r, err := ternary(t, base, exp, a[2])
			if r == nil && err == nil {
				r = object.NotImplemented
			}
			return r, err
		}}
	}
	return []object.Def{def("__pow__", false), def("__rpow__", true)}
}

// noModulus is pow with three arguments for a float.
func noModulus(t *thread, base, exp, mod value) (value, error) {
	return nil, object.Raise(object.TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
}

// complexModulus is pow with three arguments for a complex.
func complexModulus(t *thread, base, exp, mod value) (value, error) {
	if !isComplexValue(object.Base(base)) || !isComplexValue(object.Base(exp)) {
		return nil, nil
	}
	return nil, object.Raise(object.ValueError, "complex modulo")
}
