package types

// This file defines the methods that only bytearray has.

import (
	"bytes"
	"slices"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

func init() {
	object.BytearrayType.AddMethods(
		object.Def{Sig: "append(self, item, /)", Fn: func(t *thread, a args) (value, error) {
			c, err := byteValue(t, a[1], "byte")
			if err != nil {
				return nil, err
			}
			x := bytearrayOf(a[0])
			x.data = append(x.data, c)
			return starlark.None, nil
		}},
		method("clear", func(t *thread, self value) (value, error) {
			bytearrayOf(self).data = nil
			return starlark.None, nil
		}),
		method("copy", func(t *thread, self value) (value, error) {
			return NewBytearray(slices.Clone(bytearrayOf(self).data)), nil
		}),
		object.Def{Sig: "extend(self, iterable_of_ints, /)", Fn: bytearrayExtend},
		object.Def{Sig: "insert(self, index, item, /)", Fn: func(t *thread, a args) (value, error) {
			i, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			c, err := byteValue(t, a[2], "byte")
			if err != nil {
				return nil, err
			}
			x := bytearrayOf(a[0])
			if i < 0 {
				i = max(0, i+len(x.data))
			}
			x.data = slices.Insert(x.data, min(i, len(x.data)), c)
			return starlark.None, nil
		}},
		object.Def{Sig: "pop(self, index=-1, /)", Fn: func(t *thread, a args) (value, error) {
			i, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			x := bytearrayOf(a[0])
			n := len(x.data)
			if n == 0 {
				return nil, object.Raise(object.IndexError, "pop from empty bytearray")
			}
			if i < 0 {
				i += n
			}
			if i < 0 || i >= n {
				return nil, object.Raise(object.IndexError, "pop index out of range")
			}
			c := x.data[i]
			x.data = slices.Delete(x.data, i, i+1)
			return starlark.MakeInt(int(c)), nil
		}},
		object.Def{Sig: "remove(self, value, /)", Fn: func(t *thread, a args) (value, error) {
			c, err := byteValue(t, a[1], "byte")
			if err != nil {
				return nil, err
			}
			x := bytearrayOf(a[0])
			i := bytes.IndexByte(x.data, c)
			if i < 0 {
				return nil, object.Raise(object.ValueError, "value not found in bytearray")
			}
			x.data = slices.Delete(x.data, i, i+1)
			return starlark.None, nil
		}},
		method("reverse", func(t *thread, self value) (value, error) {
			slices.Reverse(bytearrayOf(self).data)
			return starlark.None, nil
		}),
	)
}

func bytearrayExtend(t *thread, a args) (value, error) {
	x := bytearrayOf(a[0])
	if b, ok := BytesLike(a[1]); ok {
		if err := checkSize(t, len(x.data)+len(b)); err != nil {
			return nil, err
		}
		x.data = append(x.data, b...)
		return starlark.None, nil
	}
	if _, ok := object.Text(a[1]); ok {
		return nil, object.Raise(object.TypeError, "expected iterable of integers; got: '%s'", object.TypeName(a[1]))
	}
	refuse := func() error {
		return object.Raise(object.TypeError, "can't extend bytearray with %s", object.TypeName(a[1]))
	}
	// A failure leaves the receiver as it was.
	var add []byte
	err := forEach(t, a[1], refuse, func(v value) error {
		c, err := byteValue(t, v, "byte")
		add = append(add, c)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := checkSize(t, len(x.data)+len(add)); err != nil {
		return nil, err
	}
	x.data = append(x.data, add...)
	return starlark.None, nil
}
