package math

// This file defines the functions of floats.

import (
	"math"
	"math/big"

	"go.starlark.net/starlark"

	"starpool/builtins/libm"
	"starpool/builtins/object"
)

// unary makes a function of one float. A NaN from a number is a domain error;
// an infinity from a finite number is a range error if the function may
// overflow and a domain error (a pole) if not.
func unary(name, doc string, overflows bool, fn func(x float64) float64) object.Def {
	return object.Def{Sig: name + "(x, /)", Doc: doc, Fn: func(t *thread, a args) (value, error) {
		x, ok := a[0].(starlark.Float)
		if !ok {
			f, err := object.Float(t, a[0])
			if err != nil {
				return nil, err
			}
			x = starlark.Float(f)
		}
		r := fn(float64(x))
		if err := check(r, overflows, float64(x)); err != nil {
			return nil, err
		}
		return starlark.Float(r), nil
	}}
}

func check(r float64, overflows bool, from ...float64) error {
	if !math.IsNaN(r) && !math.IsInf(r, 0) {
		return nil
	}
	for _, x := range from {
		if math.IsNaN(x) || math.IsInf(r, 0) && math.IsInf(x, 0) {
			return nil
		}
	}
	if math.IsInf(r, 0) && overflows {
		return rangeError()
	}
	return domainError()
}

// binaryFunc makes a function of two floats.
func binaryFunc(sig, doc string, fn func(x, y float64) (float64, error)) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *thread, a args) (value, error) {
		x, err := object.Float(t, a[0])
		if err != nil {
			return nil, err
		}
		y, err := object.Float(t, a[1])
		if err != nil {
			return nil, err
		}
		r, err := fn(x, y)
		return starlark.Float(r), err
	}}
}

// pi is a variable so that quotients of it are quotients of floats.
var pi = math.Pi

// scaling makes a function that multiplies, whatever comes of it.
func scaling(name, doc string, by float64) object.Def {
	return object.Def{Sig: name + "(x, /)", Doc: doc, Fn: func(t *thread, a args) (value, error) {
		x, err := object.Float(t, a[0])
		return starlark.Float(x * by), err
	}}
}

// predicate makes a function from a float to a bool.
func predicate(name, doc string, fn func(x float64) bool) object.Def {
	return object.Def{Sig: name + "(x, /)", Doc: doc, Fn: func(t *thread, a args) (value, error) {
		x, err := object.Float(t, a[0])
		return starlark.Bool(fn(x)), err
	}}
}

func power(x, y float64) (float64, error) {
	r := libm.Pow(x, y)
	finite := func(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
	if finite(x) && finite(y) {
		switch {
		case math.IsNaN(r):
			return 0, domainError()
		case math.IsInf(r, 0) && x == 0:
			return 0, domainError()
		case math.IsInf(r, 0):
			return 0, rangeError()
		}
	}
	return r, nil
}

func fmod(x, y float64) (float64, error) {
	if math.IsInf(y, 0) && !math.IsInf(x, 0) && !math.IsNaN(x) {
		return x, nil
	}
	r := math.Mod(x, y)
	if math.IsNaN(r) && !math.IsNaN(x) && !math.IsNaN(y) {
		return 0, domainError()
	}
	return r, nil
}

func remainder(x, y float64) (float64, error) {
	r := math.Remainder(x, y)
	if math.IsNaN(r) && !math.IsNaN(x) && !math.IsNaN(y) {
		return 0, domainError()
	}
	if r == 0 {
		r = math.Copysign(0, x)
	}
	return r, nil
}

// step moves x by n floats towards y.
func step(x, y float64, n uint64) float64 {
	switch {
	case n == 0 || math.IsNaN(x):
		return x
	case math.IsNaN(y):
		return y
	case x == y:
		return y
	case n == 1:
		return math.Nextafter(x, y)
	}
	const sign = 1 << 63
	// order maps floats to integers in their order, both zeros to 0.
	order := func(f float64) int64 {
		b := math.Float64bits(f)
		if b&sign != 0 {
			return -int64(b &^ sign)
		}
		return int64(b)
	}
	from, to := order(x), order(y)
	at := to
	if from < to {
		if n < uint64(to-from) {
			at = from + int64(n)
		}
	} else if n < uint64(from-to) {
		at = from - int64(n)
	}
	switch {
	case at == to:
		return y
	case at < 0:
		return math.Float64frombits(uint64(-at) | sign)
	case at == 0 && from < 0:
		return math.Copysign(0, -1)
	}
	return math.Float64frombits(uint64(at))
}

func fma(x, y, z float64) (float64, error) {
	r := math.FMA(x, y, z)
	finite := func(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
	switch {
	case finite(r):
		return r, nil
	case math.IsNaN(r):
		if !math.IsNaN(x) && !math.IsNaN(y) && !math.IsNaN(z) {
			return 0, object.Raise(object.ValueError, "invalid operation in fma")
		}
	case finite(x) && finite(y) && finite(z):
		return 0, object.Raise(object.OverflowError, "overflow in fma")
	}
	return r, nil
}

func ulp(x float64) float64 {
	x = math.Abs(x)
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return x
	}
	next := math.Nextafter(x, math.Inf(1))
	if math.IsInf(next, 0) {
		return x - math.Nextafter(x, 0)
	}
	return next - x
}

func ldexp(t *thread, a args) (value, error) {
	x, err := object.Float(t, a[0])
	if err != nil {
		return nil, err
	}
	n, ok := object.BigInt(a[1])
	if !ok {
		return nil, object.Raise(object.TypeError, "Expected an int as second argument to ldexp.")
	}
	if x == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return starlark.Float(x), nil
	}
	limit := big.NewInt(1 << 20)
	switch {
	case n.Cmp(limit) > 0:
		return nil, rangeError()
	case n.Cmp(limit.Neg(limit)) < 0:
		return starlark.Float(math.Copysign(0, x)), nil
	}
	r := math.Ldexp(x, int(n.Int64()))
	if math.IsInf(r, 0) {
		return nil, rangeError()
	}
	return starlark.Float(r), nil
}

func isClose(t *thread, a args) (value, error) {
	var f [4]float64
	for i := range f {
		var err error
		if f[i], err = object.Float(t, a[i]); err != nil {
			return nil, err
		}
	}
	x, y, rel, abs := f[0], f[1], f[2], f[3]
	if rel < 0 || abs < 0 {
		return nil, object.Raise(object.ValueError, "tolerances must be non-negative")
	}
	if x == y {
		return starlark.True, nil
	}
	if math.IsInf(x, 0) || math.IsInf(y, 0) {
		return starlark.False, nil
	}
	d := math.Abs(y - x)
	return starlark.Bool(d <= math.Abs(rel*y) || d <= math.Abs(rel*x) || d <= abs), nil
}

// floatFuncs is a function so that it runs after libm's tables are made.
func floatFuncs() []object.Def {
	return []object.Def{
		unary("acos", "Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi.", false, libm.Acos),
		unary("acosh", "Return the inverse hyperbolic cosine of x.", false, libm.Acosh),
		unary("asin", "Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.", false, libm.Asin),
		unary("asinh", "Return the inverse hyperbolic sine of x.", false, libm.Asinh),
		unary("atan", "Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.", false, libm.Atan),
		unary("atanh", "Return the inverse hyperbolic tangent of x.", false, libm.Atanh),
		unary("cbrt", "Return the cube root of x.", false, libm.Cbrt),
		unary("cos", "Return the cosine of x (measured in radians).", false, libm.Cos),
		unary("cosh", "Return the hyperbolic cosine of x.", true, libm.Cosh),
		unary("erf", "Error function at x.", false, libm.Erf),
		unary("erfc", "Complementary error function at x.", false, libm.Erfc),
		unary("exp", "Return e raised to the power of x.", true, libm.Exp),
		unary("exp2", "Return 2 raised to the power of x.", true, libm.Exp2),
		unary("expm1", "Return exp(x)-1.", true, libm.Expm1),
		unary("fabs", "Return the absolute value of the float x.", false, math.Abs),
		unary("log1p", "Return the natural logarithm of 1+x (base e).", false, libm.Log1p),
		unary("sin", "Return the sine of x (measured in radians).", false, libm.Sin),
		unary("sinh", "Return the hyperbolic sine of x.", true, libm.Sinh),
		unary("sqrt", "Return the square root of x.", false, math.Sqrt),
		unary("tan", "Return the tangent of x (measured in radians).", false, libm.Tan),
		unary("tanh", "Return the hyperbolic tangent of x.", false, libm.Tanh),
		unary("ulp", "Return the value of the least significant bit of the float x.", false, ulp),
		{Sig: "gamma(x, /)", Doc: "Gamma function at x.", Fn: func(t *thread, a args) (value, error) {
			x, err := object.Float(t, a[0])
			if err != nil {
				return nil, err
			}
			r := libm.Gamma(x)
			switch {
			case math.IsNaN(r) && !math.IsNaN(x) || x == 0:
				return nil, domainError()
			case math.IsInf(r, 0) && !math.IsInf(x, 0):
				return nil, rangeError()
			}
			return starlark.Float(r), nil
		}},
		{Sig: "lgamma(x, /)", Doc: "Natural logarithm of absolute value of Gamma function at x.", Fn: func(t *thread, a args) (value, error) {
			x, err := object.Float(t, a[0])
			if err != nil {
				return nil, err
			}
			r := libm.Lgamma(x)
			switch {
			case math.IsInf(r, 0) && x <= 0 && !math.IsInf(x, 0):
				return nil, domainError()
			case math.IsInf(r, 0) && !math.IsInf(x, 0):
				return nil, rangeError()
			}
			return starlark.Float(r), nil
		}},
		scaling("degrees", "Convert angle x from radians to degrees.", 180/pi),
		scaling("radians", "Convert angle x from degrees to radians.", pi/180),
		binaryFunc("atan2(y, x, /)", "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered.", func(y, x float64) (float64, error) { return libm.Atan2(y, x), nil }),
		binaryFunc("copysign(x, y, /)", "Return a float with the magnitude (absolute value) of x but the sign of y.", func(x, y float64) (float64, error) { return math.Copysign(x, y), nil }),
		binaryFunc("fmod(x, y, /)", "Return fmod(x, y), according to platform C.\n\nx % y may differ.", fmod),
		binaryFunc("pow(x, y, /)", "Return x**y (x to the power of y).", power),
		binaryFunc("remainder(x, y, /)", "Difference between x and the closest integer multiple of y.", remainder),
		{Sig: "nextafter(x, y, /, *, steps=None)", Doc: "Return the floating-point value the given number of steps after x towards y.", Fn: func(t *thread, a args) (value, error) {
			x, err := object.Float(t, a[0])
			if err != nil {
				return nil, err
			}
			y, err := object.Float(t, a[1])
			if err != nil {
				return nil, err
			}
			n := uint64(1)
			if a[2] != starlark.None {
				i, err := object.Index(t, a[2])
				if err != nil {
					return nil, err
				}
				if i.Sign() < 0 {
					return nil, object.Raise(object.ValueError, "steps must be a non-negative integer")
				}
				var ok bool
				if n, ok = i.Uint64(); !ok {
					n = math.MaxUint64
				}
			}
			return starlark.Float(step(x, y, n)), nil
		}},
		{Sig: "fma(x, y, z, /)", Doc: "Fused multiply-add operation.\n\nCompute (x * y) + z with a single round.", Fn: func(t *thread, a args) (value, error) {
			var f [3]float64
			for i := range f {
				var err error
				if f[i], err = object.Float(t, a[i]); err != nil {
					return nil, err
				}
			}
			r, err := fma(f[0], f[1], f[2])
			return starlark.Float(r), err
		}},
		{Sig: "ldexp(x, i, /)", Doc: "Return x * (2**i).\n\nThis is essentially the inverse of frexp().", Fn: ldexp},
		{Sig: "frexp(x, /)", Doc: "Return the mantissa and exponent of x, as pair (m, e).", Fn: func(t *thread, a args) (value, error) {
			x, err := object.Float(t, a[0])
			if err != nil {
				return nil, err
			}
			m, e := math.Frexp(x)
			return starlark.Tuple{starlark.Float(m), starlark.MakeInt(e)}, nil
		}},
		{Sig: "modf(x, /)", Doc: "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats.", Fn: func(t *thread, a args) (value, error) {
			x, err := object.Float(t, a[0])
			if err != nil {
				return nil, err
			}
			if math.IsInf(x, 0) {
				return starlark.Tuple{starlark.Float(math.Copysign(0, x)), starlark.Float(x)}, nil
			}
			whole := math.Trunc(x)
			return starlark.Tuple{starlark.Float(math.Copysign(x-whole, x)), starlark.Float(whole)}, nil
		}},
		{Sig: "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", Doc: "Determine whether two floating-point numbers are close in value.", Fn: isClose},
		predicate("isfinite", "Return True if x is neither an infinity nor a NaN, and False otherwise.", func(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }),
		predicate("isinf", "Return True if x is a positive or negative infinity, and False otherwise.", func(x float64) bool { return math.IsInf(x, 0) }),
		predicate("isnan", "Return True if x is a NaN (not a number), and False otherwise.", math.IsNaN),
	}
}
