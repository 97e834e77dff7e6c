package types

// This file defines the class float.

import (
	"math"
	"math/big"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

func init() {
	c := object.FloatType
	c.New = newFloat
	c.AddMethods(comparisons(compareReals, allComparisons...)...)
	c.AddMethods(arithmetic(isRealValue, noModulus, syntax.PLUS, syntax.MINUS, syntax.STAR, syntax.SLASH,
		syntax.SLASHSLASH, syntax.PERCENT, object.OpPow)...)
	c.AddMethods(divmodMethods(isRealValue)...)
	for _, name := range []string{"__pos__", "__float__", "conjugate"} {
		c.AddMethods(method(name, func(t *thread, self value) (value, error) { return starlark.Float(floatOf(self)), nil }))
	}
	for name, fn := range map[string]func(float64) float64{
		"__int__": math.Trunc, "__trunc__": math.Trunc, "__floor__": math.Floor, "__ceil__": math.Ceil,
	} {
		c.AddMethods(method(name, func(t *thread, self value) (value, error) {
			n, err := floatToInt(starlark.Float(fn(floatOf(self))))
			if err != nil {
				return nil, err
			}
			return n, nil
		}))
	}
	c.AddMethods(
		reprMethod(),
		method("__hash__", hashMethod),
		method("__neg__", func(t *thread, self value) (value, error) { return starlark.Float(-floatOf(self)), nil }),
		method("__abs__", func(t *thread, self value) (value, error) { return starlark.Float(math.Abs(floatOf(self))), nil }),
		method("__bool__", func(t *thread, self value) (value, error) { return starlark.Bool(floatOf(self) != 0), nil }),
		method("__getnewargs__", func(t *thread, self value) (value, error) {
			return starlark.Tuple{starlark.Float(floatOf(self))}, nil
		}),
		object.Def{Sig: "__round__(self, ndigits=None, /)", Fn: func(t *thread, a args) (value, error) {
			return roundFloat(t, floatOf(a[0]), a[1])
		}},
		object.Def{Sig: "__format__(self, format_spec, /)", Fn: func(t *thread, a args) (value, error) {
			spec, err := formatSpec(a[1])
			if err != nil {
				return nil, err
			}
			if spec == "" {
				s, err := object.Str(t, a[0])
				return starlark.String(s), err
			}
			return strResult(text.FormatFloat(floatOf(a[0]), spec, object.TypeName(a[0]), limits(t)))
		}},
		method("as_integer_ratio", floatRatio),
		method("is_integer", func(t *thread, self value) (value, error) {
			f := floatOf(self)
			return starlark.Bool(!math.IsInf(f, 0) && f == math.Floor(f)), nil
		}),
		method("hex", func(t *thread, self value) (value, error) {
			return starlark.String(text.FloatHex(floatOf(self))), nil
		}),
		object.Def{Sig: "fromhex(cls, string, /)", Class: true, Fn: func(t *thread, a args) (value, error) {
			s, ok := object.Text(a[1])
			if !ok {
				return nil, object.Raise(object.TypeError, "bad argument type for built-in operation")
			}
			f, err := text.FloatFromHex(s)
			if err != nil {
				return nil, textError(err)
			}
			return ofClass(t, a[0], object.FloatType, starlark.Float(f))
		}},
		object.Def{Sig: "__getformat__(cls, typestr, /)", Class: true, Fn: func(t *thread, a args) (value, error) {
			s, ok := object.Text(a[1])
			if !ok {
				return nil, object.Raise(object.TypeError, "__getformat__() argument must be str, not %s", object.TypeName(a[1]))
			}
			if s != "double" && s != "float" {
				return nil, object.Raise(object.ValueError, "__getformat__() argument 1 must be 'double' or 'float'")
			}
			return starlark.String("IEEE, little-endian"), nil
		}},
	)
	c.AddAttrs(
		object.Attr{Name: "real", Get: func(t *thread, self value) (value, error) { return starlark.Float(floatOf(self)), nil }},
		object.Attr{Name: "imag", Get: func(t *thread, self value) (value, error) { return starlark.Float(0), nil }},
	)
}

// floatOf returns the value of a receiver.
func floatOf(v value) float64 { return float64(object.Base(v).(starlark.Float)) }

// compareReals compares a float with a float or an int.
func compareReals(t *thread, op object.Op, a, b value) (value, error) {
	a, b = object.Base(a), object.Base(b)
	if !isRealValue(b) {
		return object.NotImplemented, nil
	}
	return object.Compare(t, op, a, b)
}

// newFloat is float(x=0.0, /).
func newFloat(t *thread, cls *object.Class, as starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	if err := noKeywords("float", kwargs); err != nil {
		return nil, err
	}
	if err := atMost("float", as, 1); err != nil {
		return nil, err
	}
	f := 0.0
	if len(as) == 1 {
		var err error
		if f, err = numberToFloat(t, as[0]); err != nil {
			return nil, err
		}
	}
	return subclassed(t, cls, object.FloatType, starlark.Float(f)), nil
}

// numberToFloat is float(v), CPython's PyNumber_Float.
func numberToFloat(t *thread, v value) (float64, error) {
	switch x := v.(type) {
	case starlark.Float:
		return float64(x), nil
	case starlark.Int:
		return object.IntToFloat(x)
	case starlark.String:
		return parsedFloat(text.ParseFloat(string(x)))
	}
	r, found, err := object.CallSpecial(t, v, "__float__")
	if err != nil {
		return 0, err
	}
	if found {
		f, ok := object.Base(r).(starlark.Float)
		if !ok {
			return 0, object.Raise(object.TypeError, "%s.__float__ returned non-float (type %s)", object.TypeName(v), object.TypeName(r))
		}
		return float64(f), nil
	}
	if hasIndex(v) {
		n, err := object.Index(t, v)
		if err != nil {
			return 0, err
		}
		return object.IntToFloat(n)
	}
	if s, ok := object.Text(v); ok {
		return parsedFloat(text.ParseFloat(s))
	}
	if b, ok := BytesLike(v); ok {
		f, err := text.ParseFloatBytes(b)
		return f, literalError(t, err, b, v)
	}
	return 0, object.Raise(object.TypeError, "float() argument must be a string or a real number, not '%s'", object.TypeName(v))
}

func parsedFloat(f float64, err error) (float64, error) { return f, textError(err) }

// literalError is the exception for bytes-like v, of content b, that holds no
// float: its message has v's own repr.
func literalError(t *thread, err error, b string, v value) error {
	e, ok := err.(*text.Error)
	if !ok {
		return err
	}
	head, found := strings.CutSuffix(e.Msg, text.ReprBytes(b))
	if !found {
		return textError(err)
	}
	repr, err := object.Repr(t, v)
	if err != nil {
		return err
	}
	return object.Raise(object.ValueError, "%s%s", head, repr)
}

// roundFloat is round(f, ndigits).
func roundFloat(t *thread, f float64, ndigits value) (value, error) {
	if ndigits == starlark.None {
		n, err := text.RoundToInt(f)
		if err != nil {
			return nil, textError(err)
		}
		return starlark.MakeBigInt(n), nil
	}
	n, err := object.ClampedInt(t, ndigits)
	if err != nil {
		return nil, err
	}
	r, err := text.RoundFloat(f, n)
	if err != nil {
		return nil, textError(err)
	}
	return starlark.Float(r), nil
}

func floatRatio(t *thread, self value) (value, error) {
	f := floatOf(self)
	switch {
	case math.IsInf(f, 0):
		return nil, object.Raise(object.OverflowError, "cannot convert Infinity to integer ratio")
	case f != f:
		return nil, object.Raise(object.ValueError, "cannot convert NaN to integer ratio")
	}
	r := new(big.Rat)
	r.SetFloat64(f)
	return starlark.Tuple{starlark.MakeBigInt(r.Num()), starlark.MakeBigInt(r.Denom())}, nil
}
