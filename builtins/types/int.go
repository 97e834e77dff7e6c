package types

// This file defines the class int.

import (
	"math/big"
	"slices"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

var intConstructor = newConstructor("int(x=..., /, base=...)")

var intArithmetic = []object.Op{
	syntax.PLUS, syntax.MINUS, syntax.STAR, syntax.SLASH, syntax.SLASHSLASH, syntax.PERCENT,
	syntax.AMP, syntax.PIPE, syntax.CIRCUMFLEX, syntax.LTLT, syntax.GTGT, object.OpPow,
}

func init() {
	c := object.IntType
	c.New = newInt
	c.AddMethods(comparisons(compareBases(c), allComparisons...)...)
	c.AddMethods(arithmetic(isIntValue, powTernary, intArithmetic...)...)
	c.AddMethods(divmodMethods(isIntValue)...)
	for _, name := range []string{"__int__", "__index__", "__trunc__", "__floor__", "__ceil__", "__pos__", "conjugate"} {
		c.AddMethods(method(name, func(t *thread, self value) (value, error) { return intOf(self), nil }))
	}
	c.AddMethods(
		method("__repr__", func(t *thread, self value) (value, error) {
			s, err := object.Repr(t, intOf(self))
			return starlark.String(s), err
		}),
		method("__hash__", hashMethod),
		unaryMethod("__neg__", syntax.MINUS),
		unaryMethod("__invert__", syntax.TILDE),
		method("__abs__", func(t *thread, self value) (value, error) {
			n := intOf(self)
			if n.Sign() < 0 {
				return starlark.MakeInt(0).Sub(n), nil
			}
			return n, nil
		}),
		method("__bool__", func(t *thread, self value) (value, error) { return starlark.Bool(intOf(self).Sign() != 0), nil }),
		method("__float__", func(t *thread, self value) (value, error) {
			f, err := object.IntToFloat(intOf(self))
			return starlark.Float(f), err
		}),
		method("__getnewargs__", func(t *thread, self value) (value, error) { return starlark.Tuple{intOf(self)}, nil }),
		object.Def{Sig: "__round__(self, ndigits=..., /)", Fn: func(t *thread, a args) (value, error) {
			if a[1] == nil {
				return intOf(a[0]), nil
			}
			n, err := object.ClampedInt(t, a[1])
			if err != nil {
				return nil, err
			}
			return roundInt(intOf(a[0]), n), nil
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
			s, err := formatInt(t, a[0], spec)
			return starlark.String(s), err
		}},
		method("as_integer_ratio", func(t *thread, self value) (value, error) {
			return starlark.Tuple{intOf(self), starlark.MakeInt(1)}, nil
		}),
		method("is_integer", func(t *thread, self value) (value, error) { return starlark.True, nil }),
		method("bit_length", func(t *thread, self value) (value, error) { return starlark.MakeInt(bitLen(intOf(self))), nil }),
		method("bit_count", func(t *thread, self value) (value, error) { return starlark.MakeInt(bitCount(intOf(self))), nil }),
		object.Def{Sig: "to_bytes(self, /, length=1, byteorder='big', *, signed=False)", Fn: intToBytes},
		object.Def{Sig: "from_bytes(cls, bytes, byteorder='big', *, signed=False)", Class: true, Fn: intFromBytes},
	)
	c.AddAttrs(
		object.Attr{Name: "real", Get: func(t *thread, self value) (value, error) { return intOf(self), nil }},
		object.Attr{Name: "imag", Get: func(t *thread, self value) (value, error) { return starlark.MakeInt(0), nil }},
		object.Attr{Name: "numerator", Get: func(t *thread, self value) (value, error) { return intOf(self), nil }},
		object.Attr{Name: "denominator", Get: func(t *thread, self value) (value, error) { return starlark.MakeInt(1), nil }},
	)
}

// intOf returns the value of a receiver: an int, a bool, or of a subclass.
func intOf(v value) starlark.Int {
	n, _ := asInt(v)
	return n
}

func bitCount(x starlark.Int) int {
	n := 0
	for _, w := range x.BigInt().Bits() {
		for ; w != 0; w &= w - 1 {
			n++
		}
	}
	return n
}

// roundInt is round(x, ndigits).
func roundInt(x starlark.Int, ndigits int) value {
	if ndigits >= 0 {
		return x
	}
	// 10**places would be enormous where the answer is plainly 0.
	if -ndigits < 0 || -ndigits > bitLen(x)/3+2 {
		return starlark.MakeInt(0)
	}
	return starlark.MakeBigInt(text.RoundInt(x.BigInt(), -ndigits))
}

// newInt is int(x=0, /, base=10).
func newInt(t *thread, cls *object.Class, as starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	var n starlark.Int
	var err error
	switch {
	case len(kwargs) == 0 && len(as) == 1:
		n, err = numberToInt(t, as[0])
	case len(kwargs) == 0 && len(as) == 0:
		n = starlark.MakeInt(0)
	case len(kwargs) == 0 && len(as) > 2:
		err = atMost("int", as, 2)
	default:
		var a args
		if a, err = intConstructor.bind(as, kwargs); err == nil {
			n, err = intWithBase(t, a[0], a[1])
		}
	}
	if err != nil {
		return nil, err
	}
	return subclassed(t, cls, object.IntType, n), nil
}

func intWithBase(t *thread, x, base value) (starlark.Int, error) {
	zero := starlark.MakeInt(0)
	if base == nil {
		if x == nil {
			return zero, nil
		}
		return numberToInt(t, x)
	}
	if x == nil {
		return zero, object.Raise(object.TypeError, "int() missing string argument")
	}
	b, err := object.ClampedInt(t, base)
	if err != nil {
		return zero, err
	}
	if b != 0 && (b < 2 || b > 36) {
		return zero, object.Raise(object.ValueError, "int() base must be >= 2 and <= 36, or 0")
	}
	if s, ok := object.Text(x); ok {
		return parsedInt(text.ParseInt(s, b, limits(t)))
	}
	switch object.Base(x).(type) {
	case Bytes, *Bytearray, starlark.Bytes:
		s, _ := BytesLike(x)
		return parsedInt(text.ParseIntBytes(s, b, limits(t)))
	}
	return zero, object.Raise(object.TypeError, "int() can't convert non-string with explicit base")
}

func parsedInt(small int64, large *big.Int, err error) (starlark.Int, error) {
	if err != nil {
		return starlark.MakeInt(0), textError(err)
	}
	if large != nil {
		return starlark.MakeBigInt(large), nil
	}
	return starlark.MakeInt64(small), nil
}

// numberToInt is int(v), CPython's PyNumber_Long.
func numberToInt(t *thread, v value) (starlark.Int, error) {
	switch x := v.(type) {
	case starlark.Int:
		return x, nil
	case starlark.Bool:
		return starlark.MakeInt64(boolInt(x)), nil
	case starlark.Float:
		return floatToInt(x)
	case starlark.String:
		return parsedInt(text.ParseInt(string(x), 10, limits(t)))
	}
	zero := starlark.MakeInt(0)
	for _, name := range []string{"__int__", "__index__", "__trunc__"} {
		r, found, err := object.CallSpecial(t, v, name)
		if !found {
			continue
		}
		if err != nil {
			return zero, err
		}
		if n, ok := asInt(r); ok {
			return n, nil
		}
		if name == "__trunc__" {
			if n, err := object.Index(t, r); err == nil {
				return n, nil
			}
			return zero, object.Raise(object.TypeError, "__trunc__ returned non-Integral (type %s)", object.TypeName(r))
		}
		return zero, object.Raise(object.TypeError, "%s returned non-int (type %s)", name, object.TypeName(r))
	}
	if s, ok := object.Text(v); ok {
		return parsedInt(text.ParseInt(s, 10, limits(t)))
	}
	if b, ok := BytesLike(v); ok {
		return parsedInt(text.ParseIntBytes(b, 10, limits(t)))
	}
	return zero, object.Raise(object.TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", object.TypeName(v))
}

func floatToInt(f starlark.Float) (starlark.Int, error) {
	const exact = 1 << 62
	if -exact < f && f < exact {
		return starlark.MakeInt64(int64(f)), nil
	}
	n, err := text.FloatToInt(float64(f))
	if err != nil {
		return starlark.MakeInt(0), textError(err)
	}
	return starlark.MakeBigInt(n), nil
}

func littleEndian(fn string, v value) (bool, error) {
	s, err := object.TextArg(v, fn, "byteorder")
	if err != nil {
		return false, err
	}
	switch s {
	case "little":
		return true, nil
	case "big":
		return false, nil
	}
	return false, object.Raise(object.ValueError, "byteorder must be either 'little' or 'big'")
}

// intToBytes is int.to_bytes(length, byteorder, *, signed).
func intToBytes(t *thread, a args) (value, error) {
	length, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	little, err := littleEndian("to_bytes", a[2])
	if err != nil {
		return nil, err
	}
	signed, err := object.Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	if length < 0 {
		return nil, object.Raise(object.ValueError, "length argument must be non-negative")
	}
	if err := checkSize(t, length); err != nil {
		return nil, err
	}
	x := intOf(a[0]).BigInt()
	if x.Sign() < 0 && !signed {
		return nil, object.Raise(object.OverflowError, "can't convert negative int to unsigned")
	}
	bits := x.BitLen()
	if signed {
		if x.Sign() < 0 {
			// -2**(n-1) needs n bits only.
			bits = new(big.Int).Not(x).BitLen()
		}
		bits++
		if x.Sign() == 0 {
			bits = 0
		}
	}
	if bits > 8*length {
		return nil, object.Raise(object.OverflowError, "int too big to convert")
	}
	if x.Sign() < 0 {
		x.Add(x, new(big.Int).Lsh(big.NewInt(1), uint(8*length)))
	}
	out := make([]byte, length)
	x.FillBytes(out)
	if little {
		slices.Reverse(out)
	}
	return Bytes(out), nil
}

// intFromBytes is int.from_bytes(bytes, byteorder, *, signed).
func intFromBytes(t *thread, a args) (value, error) {
	little, err := littleEndian("from_bytes", a[2])
	if err != nil {
		return nil, err
	}
	signed, err := object.Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	var data []byte
	if s, found, err := bytesMethod(t, a[1]); err != nil {
		return nil, err
	} else if found {
		data = []byte(s)
	} else if s, ok := BytesLike(a[1]); ok {
		data = []byte(s)
	} else {
		refuse := func() error {
			return object.Raise(object.TypeError, "cannot convert '%s' object to bytes", object.TypeName(a[1]))
		}
		if _, isText := object.Text(a[1]); isText {
			return nil, refuse()
		}
		err := forEach(t, a[1], refuse, func(v value) error {
			c, err := byteValue(t, v, "bytes")
			data = append(data, c)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if little {
		slices.Reverse(data)
	}
	x := new(big.Int).SetBytes(data)
	if signed && len(data) > 0 && data[0] >= 0x80 {
		x.Sub(x, new(big.Int).Lsh(big.NewInt(1), uint(8*len(data))))
	}
	return ofClass(t, a[0], object.IntType, starlark.MakeBigInt(x))
}
