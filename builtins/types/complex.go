package types

// This file defines Complex, the value of class complex.

import (
	"math"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/libm"
	"starpool/builtins/object"
	"starpool/builtins/text"
)

// Complex is Python's complex.
type Complex complex128

var (
	_ object.Typed        = Complex(0)
	_ object.Comparer     = Complex(0)
	_ starlark.Comparable = Complex(0)
	_ starlark.HasAttrs   = Complex(0)
	_ starlark.HasBinary  = Complex(0)
	_ starlark.HasUnary   = Complex(0)
)

// String implements starlark.Value; it is Python's repr.
func (z Complex) String() string       { return text.ReprComplex(complex128(z)) }
func (z Complex) Type() string         { return "complex" }
func (z Complex) Freeze()              {}
func (z Complex) Truth() starlark.Bool { return z != 0 }
func (z Complex) Class() *object.Class { return object.ComplexType }
func (z Complex) Hash() (uint32, error) {
	if imag(z) == 0 {
		return starlark.Float(real(z)).Hash()
	}
	h := hashComplex(complex128(z))
	return uint32(h) ^ uint32(h>>32), nil
}

// Binary implements starlark.HasBinary.
func (z Complex) Binary(op object.Op, y value, side starlark.Side) (value, error) {
	return binarySide(op, z, y, side)
}

// Unary implements starlark.HasUnary.
func (z Complex) Unary(op object.Op) (value, error) {
	switch op {
	case syntax.MINUS:
		return Complex(complex(-real(z), -imag(z))), nil
	case syntax.PLUS:
		return z, nil
	}
	return nil, nil
}

// CompareSameType implements starlark.Comparable.
func (z Complex) CompareSameType(op object.Op, y value, depth int) (bool, error) {
	r, ok, err := z.CompareWith(nil, op, y)
	if !ok && err == nil {
		if op == syntax.EQL || op == syntax.NEQ {
			return op == syntax.NEQ, nil
		}
		err = object.Raise(object.TypeError, "'%s' not supported between instances of 'complex' and '%s'", op, object.TypeName(y))
	}
	return r, err
}

// CompareWith implements object.Comparer: a complex may equal any number, and
// is ordered with none.
func (z Complex) CompareWith(t *thread, op object.Op, v value) (result, ok bool, err error) {
	if op != syntax.EQL && op != syntax.NEQ {
		return false, false, nil
	}
	equal := false
	switch y := v.(type) {
	case Complex:
		equal = z == y
	case starlark.Float:
		equal = imag(z) == 0 && real(z) == float64(y)
	case starlark.Int, starlark.Bool:
		if imag(z) == 0 {
			if equal, err = object.Equal(t, starlark.Float(real(z)), v); err != nil {
				return false, true, err
			}
		}
	default:
		return false, false, nil
	}
	return equal == (op == syntax.EQL), true, nil
}

func isComplexValue(v value) bool {
	_, ok := v.(Complex)
	return ok || isRealValue(v)
}

var complexConstructor = newConstructor("complex(real=..., imag=...)")

func init() {
	c := object.ComplexType
	c.New = newComplex
	c.AddMethods(comparisons(func(t *thread, op object.Op, a, b value) (value, error) {
		r, ok, err := object.Base(a).(Complex).CompareWith(t, op, object.Base(b))
		if !ok || err != nil {
			return object.NotImplemented, err
		}
		return starlark.Bool(r), nil
	}, allComparisons...)...)
	c.AddMethods(arithmetic(isComplexValue, complexModulus, syntax.PLUS, syntax.MINUS, syntax.STAR, syntax.SLASH, object.OpPow)...)
	c.AddMethods(
		reprMethod(),
		method("__hash__", hashMethod),
		unaryMethod("__neg__", syntax.MINUS),
		unaryMethod("__pos__", syntax.PLUS),
		method("__abs__", func(t *thread, self value) (value, error) {
			z := complexOf(self)
			r := libm.Hypot(real(z), imag(z))
			if math.IsInf(r, 0) && !math.IsInf(real(z), 0) && !math.IsInf(imag(z), 0) {
				return nil, object.Raise(object.OverflowError, "absolute value too large")
			}
			return starlark.Float(r), nil
		}),
		method("__bool__", func(t *thread, self value) (value, error) { return starlark.Bool(complexOf(self) != 0), nil }),
		method("__complex__", func(t *thread, self value) (value, error) { return Complex(complexOf(self)), nil }),
		method("conjugate", func(t *thread, self value) (value, error) {
			z := complexOf(self)
			return Complex(complex(real(z), -imag(z))), nil
		}),
		method("__getnewargs__", func(t *thread, self value) (value, error) {
			z := complexOf(self)
			return starlark.Tuple{starlark.Float(real(z)), starlark.Float(imag(z))}, nil
		}),
		object.Def{Sig: "__format__(self, format_spec, /)", Fn: func(t *thread, a args) (value, error) {
			spec, err := formatSpec(a[1])
			if err != nil {
				return nil, err
			}
			if spec == "" {
				s, err := object.Str(t, a[0])
				return starlark.String(s), err
			}
			return strResult(text.FormatComplex(complexOf(a[0]), spec, object.TypeName(a[0]), limits(t)))
		}},
	)
	readonly := func(t *thread, self, v value) error { return object.Raise(object.AttributeError, "readonly attribute") }
	c.AddAttrs(
		object.Attr{Name: "real", Set: readonly, Get: func(t *thread, self value) (value, error) {
			return starlark.Float(real(complexOf(self))), nil
		}},
		object.Attr{Name: "imag", Set: readonly, Get: func(t *thread, self value) (value, error) {
			return starlark.Float(imag(complexOf(self))), nil
		}},
	)
}

// complexOf returns the value of a receiver.
func complexOf(v value) complex128 { return complex128(object.Base(v).(Complex)) }

// newComplex is complex(real=0, imag=0).
func newComplex(t *thread, cls *object.Class, as starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	a, err := complexConstructor.bind(as, kwargs)
	if err != nil {
		return nil, err
	}
	z, err := complexFrom(t, a[0], a[1])
	if err != nil {
		return nil, err
	}
	return subclassed(t, cls, object.ComplexType, Complex(z)), nil
}

func complexFrom(t *thread, re, im value) (complex128, error) {
	if re != nil {
		if s, ok := object.Text(re); ok {
			if im != nil {
				return 0, object.Raise(object.TypeError, "complex() can't take second arg if first is a string")
			}
			z, err := text.ParseComplex(s)
			return z, textError(err)
		}
	}
	if im != nil {
		if _, ok := object.Text(im); ok {
			return 0, object.Raise(object.TypeError, "complex() second arg can't be a string")
		}
	}
	var z, w complex128
	if re != nil {
		v, ok, err := complexNumber(t, re, true)
		if err != nil {
			return 0, err
		}
		if !ok {
			return 0, object.Raise(object.TypeError, "complex() first argument must be a string or a number, not '%s'", object.TypeName(re))
		}
		z = v
	}
	if im == nil {
		return z, nil
	}
	w, ok, err := complexNumber(t, im, false)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, object.Raise(object.TypeError, "complex() second argument must be a number, not '%s'", object.TypeName(im))
	}
	// re + im*1j, without the product's effect on signed zeros.
	x, y := real(z), imag(z)
	if _, isComplex := object.Base(im).(Complex); isComplex {
		x -= imag(w)
	}
	if _, isComplex := object.Base(re).(Complex); isComplex {
		return complex(x, y+real(w)), nil
	}
	return complex(x, real(w)), nil
}

// complexNumber converts a number; ok is false if v is none. special tells
// whether __complex__ counts.
func complexNumber(t *thread, v value, special bool) (z complex128, ok bool, err error) {
	if x, ok := v.(Complex); ok {
		return complex128(x), true, nil
	}
	if special {
		r, found, err := object.CallSpecial(t, v, "__complex__")
		if err != nil {
			return 0, true, err
		}
		if found {
			x, ok := object.Base(r).(Complex)
			if !ok {
				return 0, true, object.Raise(object.TypeError, "__complex__ returned non-complex (type %s)", object.TypeName(r))
			}
			return complex128(x), true, nil
		}
	}
	if x, ok := object.Base(v).(Complex); ok {
		return complex128(x), true, nil
	}
	if m := object.Special(v, "__float__"); (m == nil || m == starlark.None) && !hasIndex(v) {
		return 0, false, nil
	}
	f, err := object.Float(t, v)
	return complex(f, 0), true, err
}

func complexReal(op object.Op, x starlark.Int, y Complex) (value, error) {
	f, err := object.IntToFloat(x)
	if err != nil {
		return nil, err
	}
	return complexBinary(op, complex(f, 0), complex128(y))
}

func complexBinary(op object.Op, x, y complex128) (value, error) {
	switch op {
	case syntax.PLUS:
		return Complex(x + y), nil
	case syntax.MINUS:
		return Complex(x - y), nil
	case syntax.STAR:
		return Complex(complexMul(x, y)), nil
	case syntax.SLASH:
		if y == 0 {
			return nil, object.Raise(object.ZeroDivisionError, "complex division by zero")
		}
		return Complex(complexDiv(x, y)), nil
	case object.OpPow:
		z, err := complexPow(x, y)
		if err != nil {
			return nil, err
		}
		return Complex(z), nil
	}
	return nil, nil
}

// complexMul is the plain formula: Go's own repairs products with infinities as
// C99 does, which CPython 3.13 does not. The conversions forbid fused steps.
func complexMul(x, y complex128) complex128 {
	return complex(float64(real(x)*real(y))-float64(imag(x)*imag(y)), float64(real(x)*imag(y))+float64(imag(x)*real(y)))
}

// complexDiv is CPython's _Py_c_quot: Smith's method, for a y other than 0.
func complexDiv(x, y complex128) complex128 {
	switch re, im := math.Abs(real(y)), math.Abs(imag(y)); {
	case re >= im:
		ratio := imag(y) / real(y)
		d := real(y) + float64(imag(y)*ratio)
		return complex((real(x)+float64(imag(x)*ratio))/d, (imag(x)-float64(real(x)*ratio))/d)
	case im >= re:
		ratio := real(y) / imag(y)
		d := float64(real(y)*ratio) + imag(y)
		return complex((float64(real(x)*ratio)+imag(x))/d, (float64(imag(x)*ratio)-real(x))/d)
	}
	return complex(math.NaN(), math.NaN())
}

// complexPow is CPython's complex_pow: repeated multiplication for small whole
// exponents, polar coordinates for the rest.
func complexPow(x, y complex128) (complex128, error) {
	var z complex128
	switch {
	case imag(y) == 0 && real(y) == math.Floor(real(y)) && math.Abs(real(y)) <= 100:
		n := int(real(y))
		if n < 0 && x == 0 {
			return 0, object.Raise(object.ZeroDivisionError, "0.0 to a negative or complex power")
		}
		z = complexPowInt(x, max(n, -n))
		if n < 0 {
			z = complexDiv(1, z)
		}
	case x == 0:
		if imag(y) != 0 || real(y) < 0 {
			return 0, object.Raise(object.ZeroDivisionError, "0.0 to a negative or complex power")
		}
		return 0, nil
	default:
		abs := libm.Hypot(real(x), imag(x))
		length := libm.Pow(abs, real(y))
		angle := libm.Atan2(imag(x), real(x))
		phase := angle * real(y)
		if imag(y) != 0 {
			length /= libm.Exp(angle * imag(y))
			phase += imag(y) * libm.Log(abs)
		}
		if math.IsInf(phase, 0) {
			// The C library reports the cosine's domain error, which CPython
			// words so.
			return 0, object.Raise(object.ZeroDivisionError, "0.0 to a negative or complex power")
		}
		z = complex(length*libm.Cos(phase), length*libm.Sin(phase))
	}
	if infinite(z) && !infinite(x) && !infinite(y) {
		return 0, object.Raise(object.OverflowError, "complex exponentiation")
	}
	return z, nil
}

func complexPowInt(x complex128, n int) complex128 {
	r, p := complex128(1), x
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = complexMul(r, p)
		}
		p = complexMul(p, p)
	}
	return r
}

func infinite(z complex128) bool { return math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) }

// Attr implements starlark.HasAttrs.
func (z Complex) Attr(name string) (value, error) { return object.ClassAttr(z, name) }

// AttrNames implements starlark.HasAttrs.
func (z Complex) AttrNames() []string { return nil }
