package lowering

// This file defines the adaptors that code with limits has before operands whose
// operator makes something large.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// largeOperand is the size in bytes from which an operand is asked for.
const largeOperand = 4096

// size is before an operand that is copied: a + b needs as much as a and b have.
type size struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a size) Get(x value) (value, bool, error) {
	if n := object.SizeOf(x); n >= largeOperand {
		if err := object.Charge(a.iso.Current(), n); err != nil {
			return nil, false, err
		}
	}
	return x, true, nil
}

// sizes is size for two operands, of which the second is the value.
type sizes struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a sizes) Get(x value) (value, bool, error) {
	if _, _, err := (size{iso: a.iso}).Get(x); err != nil {
		return nil, false, err
	}
	return size{iso: a.iso}, true, nil
}

// times is for either side of *: what can be repeated, and large ints, go through
// object.Binary, which knows the size of the result.
type times struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a times) Get(x value) (value, bool, error) {
	switch x := x.(type) {
	case starlark.Int:
		if _, small := x.Int64(); small {
			return x, true, nil
		}
	case starlark.Float, starlark.Bool, *object.Instance, *operand:
		return x, true, nil
	}
	return &operand{iso: a.iso, v: x, op: object.Binary}, true, nil
}

// timesBy is for the right side of *= where the left one cannot be adapted.
type timesBy struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a timesBy) Get(x value) (value, bool, error) {
	return &operand{iso: a.iso, v: x, op: object.Binary}, true, nil
}

// grows is before a dict that an item is assigned to.
type grows struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a grows) Get(x value) (value, bool, error) {
	if d, ok := x.(*starlark.Dict); ok && d.Len() >= largeOperand {
		if err := object.ChargeDict(a.iso.Current(), d); err != nil {
			return nil, false, err
		}
	}
	return x, true, nil
}

// hashable is before the key of a dict that go.starlark.net makes.
type hashable struct{ adaptor }

// Get implements starlark.Mapping.
func (hashable) Get(x value) (value, bool, error) { return x, true, object.CheckKey(x) }

// fits is the check of the augmented assignment of text and tuples, which
// go.starlark.net adds to itself.
func fits(iso *isolate.Isolate, x value) error {
	if n := object.SizeOf(x); n >= largeOperand {
		return object.Charge(iso.Current(), n)
	}
	return nil
}

// Adaptors that only code with limits uses.
func init() {
	adaptors["grows"] = func(r *env) value { return grows{iso: r.iso} }
	adaptors["key"] = func(*env) value { return hashable{} }
	adaptors["size"] = func(r *env) value { return size{iso: r.iso} }
	adaptors["sizes"] = func(r *env) value { return sizes{iso: r.iso} }
	adaptors["times"] = func(r *env) value { return times{iso: r.iso} }
	adaptors["timesby"] = func(r *env) value { return timesBy{iso: r.iso} }
}
