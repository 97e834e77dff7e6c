package object

// This file defines the binary and unary operators.

import (
	"math/big"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// OpPow and OpMatmul stand for ** and @, for which go.starlark.net has no
// operator tokens.
const (
	OpPow    = syntax.STARSTAR
	OpMatmul = syntax.Token(-1)
)

type opNames struct{ symbol, method, reflected, inplace string }

var binaryOps = map[Op]opNames{
	syntax.PLUS:       {"+", "__add__", "__radd__", "__iadd__"},
	syntax.MINUS:      {"-", "__sub__", "__rsub__", "__isub__"},
	syntax.STAR:       {"*", "__mul__", "__rmul__", "__imul__"},
	syntax.SLASH:      {"/", "__truediv__", "__rtruediv__", "__itruediv__"},
	syntax.SLASHSLASH: {"//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"},
	syntax.PERCENT:    {"%", "__mod__", "__rmod__", "__imod__"},
	syntax.AMP:        {"&", "__and__", "__rand__", "__iand__"},
	syntax.PIPE:       {"|", "__or__", "__ror__", "__ior__"},
	syntax.CIRCUMFLEX: {"^", "__xor__", "__rxor__", "__ixor__"},
	syntax.LTLT:       {"<<", "__lshift__", "__rlshift__", "__ilshift__"},
	syntax.GTGT:       {">>", "__rshift__", "__rrshift__", "__irshift__"},
	OpPow:             {"**", "__pow__", "__rpow__", "__ipow__"},
	OpMatmul:          {"@", "__matmul__", "__rmatmul__", "__imatmul__"},
}

// NativeBinary holds operators on built-in values that another package
// implements: ** on numbers, % on text, << with large counts. It returns nil,
// nil for operands it does not know.
var NativeBinary func(t *Thread, op Op, a, b starlark.Value) (starlark.Value, error)

// Binary computes a OP b with Python's meaning.
func Binary(t *Thread, op Op, a, b starlark.Value) (starlark.Value, error) {
	if r, err := tryBinary(t, op, a, b); r != nil || err != nil {
		return r, err
	}
	return nil, unsupported(binaryOps[op].symbol, a, b)
}

// A Standin stands for a value on one side of a native operator, and does not
// go further.
type Standin interface{ Plain() starlark.Value }

// Plain returns the value that v stands for, or v.
func Plain(v starlark.Value) starlark.Value {
	if s, ok := v.(Standin); ok {
		return s.Plain()
	}
	return v
}

func tryBinary(t *Thread, op Op, a, b starlark.Value) (starlark.Value, error) {
	ca, cb := customOperand(a), customOperand(b)
	if !ca && !cb {
		return nativeBinary(t, op, a, b)
	}
	names := binaryOps[op]
	ka, kb := ClassOf(a), ClassOf(b)
	if !ca && op == syntax.PERCENT && !kb.IsSubclass(ka) {
		switch ka {
		case StrType, BytesType, BytearrayType: // formatting takes any object
			return nativeBinary(t, op, a, b)
		}
	}
	if ka != kb && kb.IsSubclass(ka) && cb {
		if rb := kb.Lookup(names.reflected); rb != nil && rb != ka.Lookup(names.reflected) {
			if r, err := operatorResult(callBound(t, rb, b, []starlark.Value{a})); r != nil || err != nil {
				return r, err
			}
			cb = false
		}
	}
	if ca {
		if m := specialOf(a, names.method); m != nil && !isSequenceSlot(op, m) {
			if r, err := operatorResult(callBound(t, m, a, []starlark.Value{b})); r != nil || err != nil {
				return r, err
			}
		}
	}
	if cb && ka != kb {
		if m := specialOf(b, names.reflected); m != nil && !isSequenceSlot(op, m) {
			if r, err := operatorResult(callBound(t, m, b, []starlark.Value{a})); r != nil || err != nil {
				return r, err
			}
		}
	}
	ua, ub := Base(a), Base(b)
	if op == syntax.PERCENT && isSequence(TypeName(ua)) {
		ub = b // what a format converts is the object itself
	}
	if op == syntax.STAR {
		var err error
		if ua, ub, err = repetition(t, ua, ub); err != nil {
			return nil, err
		}
	}
	if !customOperand(ua) && !customOperand(ub) {
		return nativeBinary(t, op, ua, ub)
	}
	// A sequence times an object with __index__; text % object.
	if NativeBinary != nil {
		return NativeBinary(t, op, ua, ub)
	}
	return nil, nil
}

// isSequenceSlot reports whether m is the + or * of a built-in sequence, which
// CPython tries only after the other operand's method.
func isSequenceSlot(op Op, m starlark.Value) bool {
	f, ok := m.(*Func)
	if !ok || op != syntax.PLUS && op != syntax.STAR {
		return false
	}
	switch f.owner {
	case StrType, BytesType, BytearrayType, ListType, TupleType:
		return true
	}
	return false
}

// repetition turns the object with __index__ that a list or tuple is multiplied
// by into an int.
func repetition(t *Thread, a, b starlark.Value) (starlark.Value, starlark.Value, error) {
	switch {
	case customOperand(b) && isSequence(TypeName(a)) && Special(b, "__index__") != nil:
		n, err := Index(t, b)
		return a, n, err
	case customOperand(a) && isSequence(TypeName(b)) && Special(a, "__index__") != nil:
		n, err := Index(t, a)
		return n, b, err
	}
	return a, b, nil
}

// customOperand reports whether v's class may define operators that
// go.starlark.net does not know of.
func customOperand(v starlark.Value) bool {
	switch v.(type) {
	case *Instance, *Class:
		return true
	}
	return false
}

func specialOf(v starlark.Value, name string) starlark.Value {
	m := ClassOf(v).Lookup(name)
	if m == starlark.None {
		return nil
	}
	return m
}

func operatorResult(v starlark.Value, err error) (starlark.Value, error) {
	if err != nil || v == NotImplemented {
		return nil, err
	}
	return v, nil
}

// nativeBinary applies the operator to built-in values. It returns nil, nil if
// they do not support it.
func nativeBinary(t *Thread, op Op, a, b starlark.Value) (starlark.Value, error) {
	if t != nil && t.Isolate().Budget() != nil {
		if err := chargeBinary(t, op, a, b); err != nil {
			return nil, err
		}
	}
	if NativeBinary != nil {
		if r, err := NativeBinary(t, op, a, b); r != nil || err != nil {
			return r, err
		}
	}
	if op == OpPow || op == OpMatmul {
		return nil, nil
	}
	if op == syntax.LTLT || op == syntax.GTGT {
		switch a.(type) {
		case starlark.Int, starlark.Bool:
			return nil, nil // go.starlark.net would word the error as one of an index
		}
	}
	if _, ok := a.(*starlark.Set); ok {
		// The methods of the class know which elements equal each other.
		if m, ok := SetType.Lookup(binaryOps[op].method).(*Func); ok {
			return operatorResult(m.Call(t, starlark.Tuple{a, b}, nil))
		}
	}
	ba, oka := a.(starlark.Bool)
	bb, okb := b.(starlark.Bool)
	if oka && okb {
		switch op {
		case syntax.AMP:
			return ba && bb, nil
		case syntax.PIPE:
			return ba || bb, nil
		case syntax.CIRCUMFLEX:
			return starlark.Bool(ba != bb), nil
		}
	}
	if oka {
		a = intOf(bool(ba))
	}
	if okb {
		b = intOf(bool(bb))
	}
	r, err := starlark.Binary(op, a, b)
	if err != nil {
		if strings.HasPrefix(err.Error(), "unknown binary op") {
			return nil, nil
		}
		return nil, nativeError(t, err)
	}
	return r, nil
}

// nativeError turns a plain-text error of go.starlark.net into an exception.
func nativeError(t *Thread, err error) error {
	if IsException(err, BaseException) || IsCancellation(err) {
		return err
	}
	return &Error{Exc: FromNative(t, err, nil)}
}

func intOf(b bool) starlark.Value {
	if b {
		return starlark.MakeInt(1)
	}
	return starlark.MakeInt(0)
}

// unsupported is the TypeError of an operator that neither operand supports.
func unsupported(symbol string, a, b starlark.Value) error {
	if err := sequenceOperandError(symbol, a, b); err != nil {
		return err
	}
	return unsupportedOperands(symbol, TypeName(a), TypeName(b))
}

func unsupportedOperands(symbol, a, b string) error {
	if symbol == "**" {
		symbol = "** or pow()"
	}
	return Raise(TypeError, "unsupported operand type(s) for %s: '%s' and '%s'", symbol, a, b)
}

// unsupportedTypes is unsupported for built-in types of which only the names
// are known.
func unsupportedTypes(symbol, a, b string) error {
	if err := sequenceTypesError(symbol, a, b, a, b); err != nil {
		return err
	}
	return unsupportedOperands(symbol, a, b)
}

// sequenceOperandError is CPython's own wording for + and * on sequences.
func sequenceOperandError(symbol string, a, b starlark.Value) error {
	return sequenceTypesError(symbol, TypeName(Base(a)), TypeName(Base(b)), TypeName(a), TypeName(b))
}

// sequenceTypesError is sequenceOperandError for the names of the operands'
// built-in types and of their own.
func sequenceTypesError(symbol, baseA, baseB, a, b string) error {
	switch symbol {
	case "+", "+=":
		switch baseA {
		case "str", "list", "tuple":
			if symbol == "+=" && baseA == "list" {
				return Raise(TypeError, "'%s' object is not iterable", b)
			}
			return Raise(TypeError, "can only concatenate %s (not \"%s\") to %s", baseA, b, baseA)
		case "bytes", "bytearray":
			return Raise(TypeError, "can't concat %s to %s", b, a)
		}
	case "*", "*=":
		if isSequence(baseA) {
			return Raise(TypeError, "can't multiply sequence by non-int of type '%s'", b)
		}
		if isSequence(baseB) {
			return Raise(TypeError, "can't multiply sequence by non-int of type '%s'", a)
		}
	}
	return nil
}

func isSequence(name string) bool {
	switch name {
	case "str", "list", "tuple", "bytes", "bytearray":
		return true
	}
	return false
}

// Inplace computes the value that a OP= b assigns.
func Inplace(t *Thread, op Op, a, b starlark.Value) (starlark.Value, error) {
	names := binaryOps[op]
	switch x := a.(type) {
	case *starlark.List:
		switch op {
		case syntax.PLUS:
			if err := extendList(t, x, b); err != nil {
				return nil, err
			}
			return x, nil
		case syntax.STAR:
			r, err := Binary(t, op, a, b)
			if err != nil {
				return nil, err
			}
			return x, replaceList(t, x, r.(*starlark.List))
		}
	case *starlark.Dict:
		if op == syntax.PIPE {
			if y, ok := Base(b).(*starlark.Dict); ok {
				for _, item := range y.Items() {
					if err := x.SetKey(item[0], item[1]); err != nil {
						return nil, nativeError(t, err)
					}
				}
				return x, nil
			}
		}
	}
	if m := specialOf(a, names.inplace); m != nil && !(isSequenceSlot(op, m) && Special(b, "__index__") == nil && op == syntax.STAR) {
		if r, err := operatorResult(callBound(t, m, a, []starlark.Value{b})); r != nil || err != nil {
			return r, err
		}
	}
	r, err := tryBinary(t, op, a, b)
	if r == nil && err == nil {
		err = unsupported(names.symbol+"=", a, b)
	}
	return r, err
}

func extendList(t *Thread, x *starlark.List, b starlark.Value) error {
	var items []starlark.Value
	err := ForEach(t, b, func(v starlark.Value) error {
		items = append(items, v)
		return nil
	})
	if err != nil {
		return err
	}
	return SetElems(x, append(Elems(x), items...))
}

func replaceList(t *Thread, x, with *starlark.List) error {
	return SetElems(x, append([]starlark.Value(nil), Elems(with)...))
}

// Unary computes -v, +v, ~v.
func Unary(t *Thread, op Op, v starlark.Value) (starlark.Value, error) {
	name, symbol := "__neg__", "-"
	switch op {
	case syntax.PLUS:
		name, symbol = "__pos__", "+"
	case syntax.TILDE:
		name, symbol = "__invert__", "~"
	case syntax.NOT:
		ok, err := Truth(t, v)
		return starlark.Bool(!ok), err
	}
	if customOperand(v) {
		if r, found, err := CallSpecial(t, v, name); found {
			return r, err
		}
	}
	b := Base(v)
	if x, ok := b.(starlark.Bool); ok {
		b = intOf(bool(x))
	}
	if !customOperand(b) {
		if r, err := starlark.Unary(op, b); err == nil {
			return r, nil
		} else if IsException(err, BaseException) {
			return nil, err
		}
	}
	return nil, Raise(TypeError, "bad operand type for unary %s: '%s'", symbol, TypeName(v))
}

// BigInt returns the value of an int (or bool, or int subclass).
func BigInt(v starlark.Value) (*big.Int, bool) {
	switch x := Base(v).(type) {
	case starlark.Int:
		return x.BigInt(), true
	case starlark.Bool:
		if x {
			return big.NewInt(1), true
		}
		return new(big.Int), true
	}
	return nil, false
}
