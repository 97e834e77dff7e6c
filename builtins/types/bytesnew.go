package types

// This file defines the constructors of bytes and bytearray and the special
// methods of both.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

var (
	bytesConstructor     = newConstructor("bytes(source=..., encoding=..., errors=...)")
	bytearrayConstructor = newConstructor("bytearray(source=..., encoding=..., errors=...)")

	bytearrayIterator = newIteratorClass("bytearray_iterator")
)

func init() {
	object.BytesType.New = newBytes
	object.BytearrayType.New = func(t *thread, cls *object.Class, as starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return subclassed(t, cls, object.BytearrayType, &Bytearray{}), nil
	}
	object.BytearrayType.Init = initBytearray
	for _, c := range []*object.Class{object.BytesType, object.BytearrayType} {
		c.AddMethods(comparisons(compareBytesMethod, allComparisons...)...)
		c.AddMethods(lenMethod(), getItemMethod(), containsMethod(), reprMethod(),
			method("__str__", func(t *thread, self value) (value, error) {
				s, err := object.Repr(t, object.Base(self))
				return starlark.String(s), err
			}),
			binary("__add__", func(t *thread, a, b value) (value, error) {
				r, err := nativeBinary(t, syntax.PLUS, object.Base(a), b)
				if r == nil && err == nil {
					err = object.Raise(object.TypeError, "can't concat %s to %s", object.TypeName(b), object.TypeName(a))
				}
				return r, err
			}),
			binary("__mul__", repeatMethod),
			binary("__rmul__", repeatMethod),
			binary("__mod__", func(t *thread, a, b value) (value, error) {
				return nativeBinary(t, syntax.PERCENT, object.Base(a), b)
			}),
			binary("__rmod__", func(t *thread, a, b value) (value, error) {
				if object.ClassOf(b).IsSubclass(object.ClassOf(object.Base(a))) {
					return nativeBinary(t, syntax.PERCENT, object.Base(b), a)
				}
				return object.NotImplemented, nil
			}),
		)
	}
	object.BytesType.AddMethods(
		method("__hash__", hashMethod),
		method("__iter__", func(t *thread, self value) (value, error) {
			return NewIterator(t, bytesIterator, &bytesIter{b: Bytes(bytesOf(self))}), nil
		}),
		method("__bytes__", func(t *thread, self value) (value, error) { return Bytes(bytesOf(self)), nil }),
		method("__getnewargs__", func(t *thread, self value) (value, error) {
			return starlark.Tuple{Bytes(bytesOf(self))}, nil
		}),
	)
	object.BytearrayType.SetAttrValue("__hash__", starlark.None)
	object.BytearrayType.AddMethods(
		method("__repr__", func(t *thread, self value) (value, error) {
			return starlark.String(bytearrayRepr(object.ClassOf(self).ClassName, bytearrayOf(self).data)), nil
		}),
		method("__iter__", func(t *thread, self value) (value, error) {
			return NewIterator(t, bytearrayIterator, &bytearrayIter{b: bytearrayOf(self)}), nil
		}),
		object.Def{Sig: "__setitem__(self, key, value, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, bytearrayOf(a[0]).SetItem(t, a[1], a[2])
		}},
		object.Def{Sig: "__delitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, bytearrayOf(a[0]).SetItem(t, a[1], nil)
		}},
		binary("__iadd__", func(t *thread, a, b value) (value, error) {
			add, ok := BytesLike(b)
			if !ok {
				return nil, object.Raise(object.TypeError, "can't concat %s to %s", object.TypeName(b), object.TypeName(a))
			}
			x := bytearrayOf(a)
			if err := checkSize(t, len(x.data)+len(add)); err != nil {
				return nil, err
			}
			x.data = append(x.data, add...)
			return a, nil
		}),
		binary("__imul__", func(t *thread, a, b value) (value, error) {
			n, err := object.ClampedInt(t, b)
			if err != nil {
				return nil, err
			}
			x := bytearrayOf(a)
			s, err := text.Repeat(string(x.data), n, limits(t))
			if err != nil {
				return nil, textError(err)
			}
			x.data = []byte(s)
			return a, nil
		}),
	)
}

// bytearrayOf returns the value of a receiver.
func bytearrayOf(v value) *Bytearray { return object.Base(v).(*Bytearray) }

func compareBytesMethod(t *thread, op object.Op, a, b value) (value, error) {
	y, ok := peek(b)
	if !ok {
		return object.NotImplemented, nil
	}
	return starlark.Bool(compareStrings(op, peekOf(a), y)), nil
}

// newBytes is bytes(source, encoding, errors).
func newBytes(t *thread, cls *object.Class, as starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	a, err := bytesConstructor.bind(as, kwargs)
	if err != nil {
		return nil, err
	}
	b, err := bytesFrom(t, a)
	if err != nil {
		return nil, err
	}
	return subclassed(t, cls, object.BytesType, b), nil
}

func bytesFrom(t *thread, a args) (Bytes, error) {
	if s, done, err := encodedSource("bytes", a); done || err != nil {
		return Bytes(s), err
	}
	if a[0] == nil {
		return "", nil
	}
	if b, ok := a[0].(Bytes); ok {
		return b, nil
	}
	if b, ok, err := bytesMethod(t, a[0]); ok || err != nil {
		return Bytes(b), err
	}
	if b, ok := BytesLike(a[0]); ok {
		return Bytes(b), nil
	}
	out, err := bytesContent(t, a[0], "bytes", "bytes")
	return Bytes(out), err
}

// bytesMethod is what v.__bytes__() returns, if v's class has it.
func bytesMethod(t *thread, v value) (string, bool, error) {
	if _, ok := v.(*object.Instance); !ok {
		return "", false, nil
	}
	r, found, err := object.CallSpecial(t, v, "__bytes__")
	if !found || err != nil {
		return "", found, err
	}
	switch b := object.Base(r).(type) {
	case Bytes:
		return string(b), true, nil
	case starlark.Bytes:
		return string(b), true, nil
	}
	return "", true, object.Raise(object.TypeError, "__bytes__ returned non-bytes (type %s)", object.TypeName(r))
}

// encodedSource serves the constructor of fn where the source is a str.
func encodedSource(fn string, a args) (s string, done bool, err error) {
	if a[1] == nil && a[2] == nil {
		if a[0] != nil {
			if _, ok := object.Text(a[0]); ok {
				return "", true, object.Raise(object.TypeError, "string argument without an encoding")
			}
		}
		return "", false, nil
	}
	encoding, errors, err := codecArgs(fn, a[1], a[2])
	if err != nil {
		return "", true, err
	}
	what := "encoding"
	if a[1] == nil {
		what = "errors"
	}
	if a[0] == nil {
		return "", true, object.Raise(object.TypeError, "%s without a string argument", what)
	}
	src, ok := object.Text(a[0])
	if !ok {
		return "", true, object.Raise(object.TypeError, "%s without a string argument", what)
	}
	if a[1] == nil {
		return "", true, object.Raise(object.TypeError, "string argument without an encoding")
	}
	s, err = text.EncodeText(src, encoding, errors)
	return s, true, textError(err)
}

// bytesContent makes the content of bytes or bytearray (class) from a count or
// from an iterable of ints, whose elements messages call item.
func bytesContent(t *thread, v value, class, item string) ([]byte, error) {
	if n, err := object.Index(t, v); err == nil {
		i, ok := n.Int64()
		switch {
		case !ok && n.Sign() > 0:
			return nil, object.Raise(object.OverflowError, "cannot fit '%s' into an index-sized integer", object.TypeName(v))
		case n.Sign() < 0:
			return nil, object.Raise(object.ValueError, "negative count")
		}
		if err := checkSize(t, int(i)); err != nil {
			return nil, err
		}
		return make([]byte, i), nil
	} else if !object.IsCaught(t, err, object.TypeError) {
		return nil, err
	}
	var out []byte
	if l, ok := v.(starlark.Sequence); ok {
		out = make([]byte, 0, l.Len())
	}
	refuse := func() error {
		return object.Raise(object.TypeError, "cannot convert '%s' object to %s", object.TypeName(v), class)
	}
	err := forEach(t, v, refuse, func(e value) error {
		c, err := byteValue(t, e, item)
		if err != nil {
			return err
		}
		out = append(out, c)
		if len(out)&(len(out)-1) == 0 {
			return checkSize(t, len(out))
		}
		return nil
	})
	return out, err
}

// initBytearray is bytearray.__init__(source, encoding, errors).
func initBytearray(t *thread, self value, as starlark.Tuple, kwargs []starlark.Tuple) error {
	a, err := bytearrayConstructor.bind(as, kwargs)
	if err != nil {
		return err
	}
	x := bytearrayOf(self)
	x.data = nil
	if s, done, err := encodedSource("bytearray", a); done || err != nil {
		x.data = []byte(s)
		return err
	}
	if a[0] == nil {
		return nil
	}
	if b, ok := BytesLike(a[0]); ok {
		x.data = []byte(b)
		return nil
	}
	data, err := bytesContent(t, a[0], "bytearray", "byte")
	if err == nil {
		x.data = data
	}
	return err
}
