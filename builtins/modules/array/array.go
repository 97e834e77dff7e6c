// Package array is the module array: the items as bytes (items.go), the class
// array (this file) and its methods (methods.go).
package array

import (
	"fmt"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// Class is the class array.array.
var Class = object.NewClass(object.Spec{
	Name: "array", Module: "array",
	Doc: "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value.",
})

// An array is the State of an array object: its items one behind the other.
type array struct {
	kind *kind
	data []byte
}

var _ types.Buffer = (*array)(nil)

// Buffer implements types.Buffer.
func (a *array) Buffer() ([]byte, bool) { return a.data, false }

func (a *array) len() int { return len(a.data) / a.kind.size }

func (a *array) at(i int) value { return a.kind.get(a.data[i*a.kind.size:]) }

func of(v value) *array {
	if x, ok := v.(*object.Instance); ok {
		a, _ := x.State.(*array)
		return a
	}
	return nil
}

// encode appends an item to data.
func (a *array) encode(t *thread, data []byte, v value) ([]byte, error) {
	n := len(data)
	data = append(data, make([]byte, a.kind.size)...)
	return data, a.kind.put(t, data[n:], v)
}

func (a *array) room(t *thread, n int) error {
	if n < 0 || n > types.MaxBytes(t) {
		return object.Raise(object.MemoryError, "")
	}
	return nil
}

func newArray(t *thread, cls *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	if len(kwargs) > 0 && cls == Class {
		return nil, object.Raise(object.TypeError, "array.array() takes no keyword arguments")
	}
	if len(a) == 0 {
		return nil, object.Raise(object.TypeError, "array() takes at least 1 argument (0 given)")
	}
	if len(a) > 2 {
		return nil, object.Raise(object.TypeError, "array() takes at most 2 arguments (%d given)", len(a))
	}
	code, ok := object.Text(a[0])
	if !ok {
		return nil, object.Raise(object.TypeError, "array() argument 1 must be a unicode character, not %s", object.TypeName(a[0]))
	}
	if len([]rune(code)) != 1 {
		return nil, object.Raise(object.TypeError, "array() argument 1 must be a unicode character, not %s", object.TypeName(a[0]))
	}
	k := kinds[code]
	if k == nil {
		return nil, object.Raise(object.ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
	}
	x := &array{kind: k}
	if len(a) == 2 {
		if err := x.fill(t, a[1]); err != nil {
			return nil, err
		}
	}
	return object.Make(cls, t, x), nil
}

func (a *array) fill(t *thread, v value) error {
	_, isText := object.Text(v)
	if isText && !a.kind.text {
		return object.Raise(object.TypeError, "cannot use a str to initialize an array with typecode '%s'", a.kind.code)
	}
	if b := of(v); b != nil {
		if b.kind.text && !a.kind.text {
			return object.Raise(object.TypeError, "cannot use a unicode array to initialize an array with typecode '%s'", a.kind.code)
		}
	} else if object.IsInstance(v, object.BytesType) || object.IsInstance(v, object.BytearrayType) {
		s, _ := types.BytesLike(v)
		return a.frombytes(t, s)
	}
	return a.extend(t, v)
}

func (a *array) frombytes(t *thread, s string) error {
	if len(s)%a.kind.size != 0 {
		return object.Raise(object.ValueError, "bytes length not a multiple of item size")
	}
	if err := a.room(t, len(a.data)+len(s)); err != nil {
		return err
	}
	a.data = append(a.data, s...)
	return nil
}

func (a *array) extend(t *thread, v value) error {
	if b := of(v); b != nil && b.kind == a.kind {
		a.data = append(a.data, b.data...)
		return a.room(t, len(a.data))
	}
	return object.ForEach(t, v, func(e value) error {
		data, err := a.encode(t, a.data, e)
		if err == nil {
			a.data = data
		}
		return err
	})
}

func (a *array) repr(t *thread) (string, error) {
	if a.len() == 0 {
		return fmt.Sprintf("array('%s')", a.kind.code), nil
	}
	if a.kind.text {
		s, err := object.Repr(t, starlark.String(a.text()))
		return fmt.Sprintf("array('%s', %s)", a.kind.code, s), err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "array('%s', [", a.kind.code)
	for i := range a.len() {
		if i > 0 {
			b.WriteString(", ")
		}
		s, err := object.Repr(t, a.at(i))
		if err != nil {
			return "", err
		}
		b.WriteString(s)
	}
	return b.String() + "])", nil
}

func (a *array) text() string {
	var b strings.Builder
	for i := range a.len() {
		s, _ := object.Text(a.at(i))
		b.WriteString(s)
	}
	return b.String()
}

func init() {
	Class.New = newArray
	Class.Init = func(*thread, value, starlark.Tuple, []starlark.Tuple) error { return nil }
	registry.Register(&registry.Module{
		Name: "array", Doc: "This module defines an object type which can efficiently represent an array of basic values.",
		Classes: []*object.Class{Class},
		Values:  map[string]value{"typecodes": starlark.String("bBuwhHiIlLqQfd"), "ArrayType": Class},
		Funcs:   []object.Def{{Sig: "_array_reconstructor(arraytype, typecode, mformat_code, items, /)", Fn: reconstruct}},
	})
}

func reconstruct(t *thread, a args) (value, error) {
	cls, ok := a[0].(*object.Class)
	if !ok {
		return nil, object.Raise(object.TypeError, "first argument must be a type object, not %s", object.TypeName(a[0]))
	}
	return newArray(t, cls, starlark.Tuple{a[1], a[3]}, nil)
}
