package lowering

// This file defines the adaptors before the operands of arithmetic.

import (
	"math"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// adaptor is embedded in the adaptors.
type adaptor struct{ opaque }

func (adaptor) String() string { return "<adaptor>" }

// Type implements starlark.Value.
func (adaptor) Type() string { return "adaptor" }

var (
	zero = starlark.MakeInt(0)
	one  = starlark.MakeInt(1)
)

func intOf(b starlark.Bool) value {
	if b {
		return one
	}
	return zero
}

// num makes ints of bools.
type num struct{ adaptor }

// Get implements starlark.Mapping.
func (num) Get(x value) (value, bool, error) {
	if b, ok := x.(starlark.Bool); ok {
		return intOf(b), true, nil
	}
	return x, true, nil
}

// quo is for either side of /: an int that a float does not hold exactly must
// not reach the opcode, which would round it before it divides, or fail although
// the quotient fits.
type quo struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (q *quo) Get(x value) (value, bool, error) {
	switch x := x.(type) {
	case starlark.Bool:
		return intOf(x), true, nil
	case starlark.Int:
		if beyondFloat(x) {
			return &operand{iso: q.iso, v: x, op: object.Binary}, true, nil
		}
	}
	return x, true, nil
}

// beyondFloat says that a float may not hold x exactly.
func beyondFloat(x starlark.Int) bool {
	i, small := x.Int64()
	return !small || i > 1<<53 || i < -1<<53
}

// An operand stands for a value on one side of an operator.
type operand struct {
	opaque
	iso *isolate.Isolate
	v   value
	op  func(t *thread, op object.Op, a, b value) (value, error)
}

var (
	_ starlark.HasBinary = (*operand)(nil)
	_ starlark.HasUnary  = (*operand)(nil)
)

// Plain implements object.Standin.
func (o *operand) Plain() value { return o.v }

func (o *operand) String() string { return o.v.String() }

// Type implements starlark.Value.
func (o *operand) Type() string { return o.v.Type() }

// Binary implements starlark.HasBinary.
func (o *operand) Binary(op syntax.Token, y value, side starlark.Side) (value, error) {
	if p, ok := y.(*operand); ok {
		y = p.v
	}
	if side == starlark.Left {
		return o.op(o.iso.Current(), op, o.v, y)
	}
	return object.Binary(o.iso.Current(), op, y, o.v)
}

// Unary implements starlark.HasUnary.
func (o *operand) Unary(op syntax.Token) (value, error) {
	return object.Unary(o.iso.Current(), op, o.v)
}

// rnum is for the right side of // and %: a bool must stay one where it is
// formatted, and floats have Python's signs.
type rnum struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a rnum) Get(x value) (value, bool, error) {
	switch x.(type) {
	case starlark.Bool, starlark.Float:
		return &operand{iso: a.iso, v: x, op: object.Binary}, true, nil
	}
	return x, true, nil
}

// mod is for the left side of // and %: text is a format.
type mod struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a mod) Get(x value) (value, bool, error) {
	switch x := x.(type) {
	case starlark.Int, *object.Instance:
		return x, true, nil
	case starlark.Bool:
		return intOf(x), true, nil
	}
	return &operand{iso: a.iso, v: x, op: modulo}, true, nil
}

// modulo is Binary, except that text formats before the right side is asked for
// __rmod__, which only a subclass of str could override.
func modulo(t *thread, op object.Op, a, b value) (value, error) {
	if s, ok := a.(starlark.String); ok && op == syntax.PERCENT && !object.IsInstance(b, object.StrType) {
		if v, err := object.NativeBinary(t, op, s, b); v != nil || err != nil {
			return v, err
		}
	}
	return object.Binary(t, op, a, b)
}

// bit is for & | ^, which give a bool for two bools.
type bit struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a bit) Get(x value) (value, bool, error) {
	if _, ok := x.(starlark.Bool); ok {
		return &operand{iso: a.iso, v: x, op: object.Binary}, true, nil
	}
	return x, true, nil
}

// inp is for the left side of an augmented assignment: what can change in place
// does.
type inp struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a inp) Get(x value) (value, bool, error) {
	switch x.(type) {
	case starlark.Int, starlark.Float:
		return x, true, nil
	case starlark.Tuple, starlark.String:
		return x, true, fits(a.iso, x)
	}
	return &operand{iso: a.iso, v: x, op: object.Inplace}, true, nil
}

// inpdiv is inp for /=.
type inpdiv struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a inpdiv) Get(x value) (value, bool, error) {
	switch x := x.(type) {
	case starlark.Int:
		if beyondFloat(x) {
			break
		}
		return x, true, nil
	case starlark.Float:
		return x, true, nil
	}
	return &operand{iso: a.iso, v: x, op: object.Inplace}, true, nil
}

// nan makes None of a NaN, which equals no number.
type nan struct{ adaptor }

// Get implements starlark.Mapping.
func (nan) Get(x value) (value, bool, error) {
	if f, ok := x.(starlark.Float); ok && f != f {
		return starlark.None, true, nil
	}
	return x, true, nil
}

// nanLow makes -inf of a NaN: what is greater than no number.
type nanLow struct{ adaptor }

// Get implements starlark.Mapping.
func (nanLow) Get(x value) (value, bool, error) {
	if f, ok := x.(starlark.Float); ok && f != f {
		return starlark.Float(math.Inf(-1)), true, nil
	}
	return x, true, nil
}

func init() {
	adaptors["num"] = func(*env) value { return num{} }
	adaptors["quo"] = func(r *env) value { return &quo{iso: r.iso} }
	adaptors["rnum"] = func(r *env) value { return rnum{iso: r.iso} }
	adaptors["mod"] = func(r *env) value { return mod{iso: r.iso} }
	adaptors["bit"] = func(r *env) value { return bit{iso: r.iso} }
	adaptors["inp"] = func(r *env) value { return inp{iso: r.iso} }
	adaptors["inpdiv"] = func(r *env) value { return inpdiv{iso: r.iso} }
	adaptors["nan"] = func(*env) value { return nan{} }
	adaptors["nanlow"] = func(*env) value { return nanLow{} }

	binary := func(name string, op object.Op, inplace bool) {
		fn := object.Binary
		if inplace {
			fn = object.Inplace
		}
		functions[name] = plain(func(t *thread, a starlark.Tuple) (value, error) { return fn(t, op, a[0], a[1]) })
	}
	binary("pow", object.OpPow, false)
	binary("matmul", object.OpMatmul, false)
	binary("lshift", syntax.LTLT, false)
	binary("rshift", syntax.GTGT, false)
	functions["format"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		return modulo(t, syntax.PERCENT, a[0], a[1])
	})
	binary("ifloordiv", syntax.SLASHSLASH, true)
	binary("ipow", object.OpPow, true)
	binary("imatmul", object.OpMatmul, true)
	binary("ilshift", syntax.LTLT, true)
	binary("irshift", syntax.GTGT, true)
	binary("imod", syntax.PERCENT, true)
}
