package types

// This file defines the operators on numbers, text and bytes that
// go.starlark.net lacks, bounds or words differently: package object asks here
// first.

import (
	"math"
	"math/big"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// maxIntBits bounds the ints that one operation makes: 128 MB. CPython tries
// anything that the machine's memory might hold.
const maxIntBits = 1 << 30

func init() { object.NativeBinary = nativeBinary }

// nativeBinary computes a OP b for built-in values (of exact types). It returns
// nil, nil for operands that it does not know. t may be nil where
// go.starlark.net calls without a thread.
func nativeBinary(t *thread, op object.Op, a, b value) (value, error) {
	switch x := a.(type) {
	case *object.Instance: // a count with __index__
		switch b.(type) {
		case starlark.String, Bytes, *Bytearray, starlark.Bytes:
			return repeat(t, op, b, a)
		}
	case starlark.Int:
		switch y := b.(type) {
		case starlark.Int:
			return intBinary(t, op, x, y)
		case starlark.Float:
			return intFloat(op, x, y, false)
		case starlark.Bool:
			return intBinary(t, op, x, starlark.MakeInt64(boolInt(y)))
		case starlark.String, Bytes, *Bytearray, starlark.Bytes:
			return repeat(t, op, b, x)
		case Complex:
			return complexReal(op, x, y)
		}
	case starlark.Float:
		switch y := b.(type) {
		case starlark.Float:
			return floatBinary(op, float64(x), float64(y))
		case starlark.Int:
			return intFloat(op, y, x, true)
		case starlark.Bool:
			return floatBinary(op, float64(x), float64(boolInt(y)))
		case Complex:
			return complexBinary(op, complex(float64(x), 0), complex128(y))
		}
	case starlark.Bool:
		if y, ok := b.(starlark.Bool); ok {
			switch op {
			case syntax.AMP:
				return x && y, nil
			case syntax.PIPE:
				return x || y, nil
			case syntax.CIRCUMFLEX:
				return starlark.Bool(x != y), nil
			}
		}
		return nativeBinary(t, op, starlark.MakeInt64(boolInt(x)), b)
	case starlark.String:
		switch op {
		case syntax.PERCENT:
			if t == nil {
				return nil, nil
			}
			return percent(t, string(x), b)
		case syntax.STAR:
			return repeat(t, op, a, b)
		case syntax.PLUS:
			if y, ok := b.(starlark.String); ok {
				if len(x)+len(y) > text.DefaultMaxBytes {
					if err := checkSize(t, len(x)+len(y)); err != nil {
						return nil, err
					}
				}
				return x + y, nil
			}
		}
	case Bytes:
		return bytesBinary(t, op, string(x), a, b)
	case starlark.Bytes:
		return bytesBinary(t, op, string(x), Bytes(x), b)
	case *Bytearray:
		return bytesBinary(t, op, "", a, b)
	case Complex:
		switch y := b.(type) {
		case Complex:
			return complexBinary(op, complex128(x), complex128(y))
		case starlark.Float:
			return complexBinary(op, complex128(x), complex(float64(y), 0))
		case starlark.Int:
			f, err := object.IntToFloat(y)
			if err != nil {
				return nil, err
			}
			return complexBinary(op, complex128(x), complex(f, 0))
		case starlark.Bool:
			return complexBinary(op, complex128(x), complex(float64(boolInt(y)), 0))
		}
	}
	return nil, nil
}

// repeat is text or bytes times a number.
func repeat(t *thread, op object.Op, seq, count value) (value, error) {
	if op != syntax.STAR {
		return nil, nil
	}
	switch count.(type) {
	case starlark.Int, starlark.Bool:
	default:
		if t == nil || !hasIndex(count) {
			return nil, nil
		}
	}
	big, err := object.Index(t, count)
	if err != nil {
		return nil, err
	}
	n, ok := big.Int64()
	if !ok {
		if big.Sign() > 0 && object.IsInstance(seq, object.StrType) || big.Sign() > 0 {
			return nil, object.Raise(object.OverflowError, "cannot fit 'int' into an index-sized integer")
		}
		n = -1
	}
	var s string
	switch x := seq.(type) {
	case starlark.String:
		s, err = text.Repeat(string(x), int(n), limits(t))
		return starlark.String(s), textError(err)
	case *Bytearray:
		if s, err = text.Repeat(string(x.data), int(n), limits(t)); err != nil {
			return nil, textError(err)
		}
		return NewBytearray([]byte(s)), nil
	}
	b, _ := BytesLike(seq)
	s, err = text.Repeat(b, int(n), limits(t))
	return Bytes(s), textError(err)
}

// bytesBinary computes a OP b where a is bytes (content x) or a bytearray.
func bytesBinary(t *thread, op object.Op, x string, a, b value) (value, error) {
	arr, mutable := a.(*Bytearray)
	switch op {
	case syntax.PLUS:
		y, ok := peek(b)
		if !ok {
			return nil, nil
		}
		if mutable {
			x = string(arr.data)
		}
		if err := checkSize(t, len(x)+len(y)); err != nil {
			return nil, err
		}
		if mutable {
			return NewBytearray(append(append(make([]byte, 0, len(x)+len(y)), x...), y...)), nil
		}
		if _, ok := b.(Bytes); ok && x == "" {
			return b, nil
		}
		return Bytes(append(append(make([]byte, 0, len(x)+len(y)), x...), y...)), nil
	case syntax.STAR:
		return repeat(t, op, a, b)
	case syntax.PERCENT:
		if t == nil {
			return nil, nil
		}
		if mutable {
			x = string(arr.data)
		}
		s, err := percentBytes(t, x, b)
		if err != nil {
			return nil, err
		}
		if mutable {
			return NewBytearray([]byte(s)), nil
		}
		return Bytes(s), nil
	}
	return nil, nil
}

func intBinary(t *thread, op object.Op, x, y starlark.Int) (value, error) {
	switch op {
	case syntax.PLUS:
		return x.Add(y), nil
	case syntax.MINUS:
		return x.Sub(y), nil
	case syntax.STAR:
		if bitLen(x)+bitLen(y) > maxIntBits {
			return nil, object.Raise(object.MemoryError, "")
		}
		return x.Mul(y), nil
	case syntax.SLASH:
		return trueDivide(x, y)
	case syntax.SLASHSLASH:
		if y.Sign() == 0 {
			return nil, object.Raise(object.ZeroDivisionError, "integer division or modulo by zero")
		}
		return x.Div(y), nil
	case syntax.PERCENT:
		if y.Sign() == 0 {
			return nil, object.Raise(object.ZeroDivisionError, "integer modulo by zero")
		}
		return x.Mod(y), nil
	case syntax.AMP:
		return x.And(y), nil
	case syntax.PIPE:
		return x.Or(y), nil
	case syntax.CIRCUMFLEX:
		return x.Xor(y), nil
	case syntax.LTLT:
		return shiftLeft(t, x, y)
	case syntax.GTGT:
		if y.Sign() < 0 {
			return nil, object.Raise(object.ValueError, "negative shift count")
		}
		n, ok := y.Int64()
		if !ok || n >= int64(bitLen(x)) {
			if x.Sign() < 0 {
				return starlark.MakeInt(-1), nil
			}
			return starlark.MakeInt(0), nil
		}
		return x.Rsh(uint(n)), nil
	case object.OpPow:
		return intPow(t, x, y)
	}
	return nil, nil
}

func bitLen(x starlark.Int) int {
	if n, ok := x.Int64(); ok {
		return big.NewInt(n).BitLen()
	}
	return x.BigInt().BitLen()
}

func shiftLeft(t *thread, x, y starlark.Int) (value, error) {
	if y.Sign() < 0 {
		return nil, object.Raise(object.ValueError, "negative shift count")
	}
	if x.Sign() == 0 {
		return x, nil
	}
	n, ok := y.Int64()
	if !ok {
		return nil, object.Raise(object.OverflowError, "too many digits in integer")
	}
	if n > maxIntBits || int64(bitLen(x))+n > maxIntBits {
		return nil, object.Raise(object.MemoryError, "")
	}
	if err := object.ChargeBits(t, int64(bitLen(x))+n); err != nil {
		return nil, err
	}
	return x.Lsh(uint(n)), nil
}

// trueDivide is x / y, correctly rounded however large the operands.
func trueDivide(x, y starlark.Int) (value, error) {
	if y.Sign() == 0 {
		return nil, object.Raise(object.ZeroDivisionError, "division by zero")
	}
	const exact = 1 << 53
	a, aok := x.Int64()
	b, bok := y.Int64()
	if aok && bok && -exact <= a && a <= exact && -exact <= b && b <= exact {
		return starlark.Float(float64(a) / float64(b)), nil
	}
	f, _ := new(big.Rat).SetFrac(x.BigInt(), y.BigInt()).Float64()
	if math.IsInf(f, 0) {
		return nil, object.Raise(object.OverflowError, "integer division result too large for a float")
	}
	if f == 0 && x.Sign()*y.Sign() < 0 {
		f = math.Copysign(0, -1)
	}
	return starlark.Float(f), nil
}

// intFloat computes an operator on an int and a float; swapped tells that the
// float stands on the left.
func intFloat(op object.Op, x starlark.Int, y starlark.Float, swapped bool) (value, error) {
	if !floatOperator(op) {
		return nil, nil
	}
	f, err := object.IntToFloat(x)
	if err != nil {
		return nil, err
	}
	if swapped {
		return floatBinary(op, float64(y), f)
	}
	return floatBinary(op, f, float64(y))
}

func floatOperator(op object.Op) bool {
	switch op {
	case syntax.PLUS, syntax.MINUS, syntax.STAR, syntax.SLASH, syntax.SLASHSLASH, syntax.PERCENT, object.OpPow:
		return true
	}
	return false
}

func floatBinary(op object.Op, x, y float64) (value, error) {
	switch op {
	case syntax.PLUS:
		return starlark.Float(x + y), nil
	case syntax.MINUS:
		return starlark.Float(x - y), nil
	case syntax.STAR:
		return starlark.Float(x * y), nil
	case syntax.SLASH:
		if y == 0 {
			return nil, object.Raise(object.ZeroDivisionError, "float division by zero")
		}
		return starlark.Float(x / y), nil
	case syntax.SLASHSLASH:
		if y == 0 {
			return nil, object.Raise(object.ZeroDivisionError, "float floor division by zero")
		}
		q, _ := floatDivmod(x, y)
		return starlark.Float(q), nil
	case syntax.PERCENT:
		if y == 0 {
			return nil, object.Raise(object.ZeroDivisionError, "float modulo by zero")
		}
		_, r := floatDivmod(x, y)
		return starlark.Float(r), nil
	case object.OpPow:
		return floatPowValue(x, y)
	}
	return nil, nil
}

// floatDivmod is CPython's float_divmod: the remainder has the sign of y, a zero
// remainder too, and the quotient is an integer.
func floatDivmod(x, y float64) (q, r float64) {
	r = math.Mod(x, y)
	q = (x - r) / y
	if r != 0 {
		if (y < 0) != (r < 0) {
			r += y
			q--
		}
	} else {
		r = math.Copysign(0, y)
	}
	if q == 0 {
		return math.Copysign(0, x/y), r
	}
	f := math.Floor(q)
	if q-f > 0.5 {
		f++
	}
	return f, r
}

// Divmod is divmod(a, b).
func Divmod(t *thread, a, b value) (value, error) {
	ka, kb := object.ClassOf(a), object.ClassOf(b)
	call := func(x value, name string, y value) (value, error) {
		r, found, err := object.CallSpecial(t, x, name, y)
		if !found || r == object.NotImplemented {
			return nil, err
		}
		return r, err
	}
	reflected := ka != kb && kb.IsSubclass(ka) && kb.Lookup("__rdivmod__") != ka.Lookup("__rdivmod__")
	if reflected {
		if r, err := call(b, "__rdivmod__", a); r != nil || err != nil {
			return r, err
		}
	}
	if r, err := call(a, "__divmod__", b); r != nil || err != nil {
		return r, err
	}
	if ka != kb && !reflected {
		if r, err := call(b, "__rdivmod__", a); r != nil || err != nil {
			return r, err
		}
	}
	return nil, object.Raise(object.TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", object.TypeName(a), object.TypeName(b))
}

// divmodNumbers is divmod of two numbers that are no complex ones; nil, nil for
// any other operands.
func divmodNumbers(a, b value) (value, error) {
	x, xint := asInt(a)
	y, yint := asInt(b)
	if xint && yint {
		if y.Sign() == 0 {
			return nil, object.Raise(object.ZeroDivisionError, "integer division or modulo by zero")
		}
		return starlark.Tuple{x.Div(y), x.Mod(y)}, nil
	}
	f, ok, err := asFloat(a)
	if !ok || err != nil {
		return nil, err
	}
	g, ok, err := asFloat(b)
	if !ok || err != nil {
		return nil, err
	}
	if g == 0 {
		return nil, object.Raise(object.ZeroDivisionError, "float divmod()")
	}
	q, r := floatDivmod(f, g)
	return starlark.Tuple{starlark.Float(q), starlark.Float(r)}, nil
}

// asInt returns the value of an int, a bool, or an object of a subclass.
func asInt(v value) (starlark.Int, bool) {
	switch x := object.Base(v).(type) {
	case starlark.Int:
		return x, true
	case starlark.Bool:
		return starlark.MakeInt64(boolInt(x)), true
	}
	return starlark.MakeInt(0), false
}

// asFloat returns the value of an int or a float.
func asFloat(v value) (f float64, ok bool, err error) {
	if x, ok := object.Base(v).(starlark.Float); ok {
		return float64(x), true, nil
	}
	if n, ok := asInt(v); ok {
		f, err := object.IntToFloat(n)
		return f, true, err
	}
	return 0, false, nil
}

// arithmetic makes the methods __op__ and __rop__ of a class of numbers for each
// operator. They return NotImplemented unless accepts both operands. ternary is
// the form of __pow__ with three arguments.
func arithmetic(accepts func(value) bool, ternary func(t *thread, base, exp, mod value) (value, error), ops ...object.Op) []object.Def {
	apply := func(t *thread, op object.Op, a, b value) (value, error) {
		a, b = object.Base(a), object.Base(b)
		if !accepts(a) || !accepts(b) {
			return object.NotImplemented, nil
		}
		r, err := nativeBinary(t, op, a, b)
		if r == nil && err == nil {
			r = object.NotImplemented
		}
		return r, err
	}
	var defs []object.Def
	for _, op := range ops {
		name := operatorNames[op]
		if op == object.OpPow {
			defs = append(defs, powMethods(func(t *thread, a, b value) (value, error) { return apply(t, op, a, b) }, ternary)...)
			continue
		}
		defs = append(defs,
			binary("__"+name+"__", func(t *thread, a, b value) (value, error) { return apply(t, op, a, b) }),
			binary("__r"+name+"__", func(t *thread, a, b value) (value, error) { return apply(t, op, b, a) }))
	}
	return defs
}

var operatorNames = map[object.Op]string{
	syntax.PLUS: "add", syntax.MINUS: "sub", syntax.STAR: "mul", syntax.SLASH: "truediv",
	syntax.SLASHSLASH: "floordiv", syntax.PERCENT: "mod", syntax.AMP: "and", syntax.PIPE: "or",
	syntax.CIRCUMFLEX: "xor", syntax.LTLT: "lshift", syntax.GTGT: "rshift", object.OpPow: "pow",
}

// divmodMethods are __divmod__ and __rdivmod__.
func divmodMethods(accepts func(value) bool) []object.Def {
	apply := func(a, b value) (value, error) {
		if !accepts(object.Base(a)) || !accepts(object.Base(b)) {
			return object.NotImplemented, nil
		}
		return divmodNumbers(a, b)
	}
	return []object.Def{
		binary("__divmod__", func(t *thread, a, b value) (value, error) { return apply(a, b) }),
		binary("__rdivmod__", func(t *thread, a, b value) (value, error) { return apply(b, a) }),
	}
}

// unaryMethod makes __neg__ and its kin.
func unaryMethod(name string, op object.Op) object.Def {
	return method(name, func(t *thread, self value) (value, error) { return object.Unary(t, op, object.Base(self)) })
}

func isIntValue(v value) bool {
	switch v.(type) {
	case starlark.Int, starlark.Bool:
		return true
	}
	return false
}

func isRealValue(v value) bool {
	_, ok := v.(starlark.Float)
	return ok || isIntValue(v)
}
