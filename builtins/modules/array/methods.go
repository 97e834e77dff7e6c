package array

// This file defines the methods of arrays.

import (
	"slices"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

// made returns an array of the same kind with other items.
func made(t *thread, a *array, data []byte) value {
	return object.Make(Class, t, &array{kind: a.kind, data: data})
}

// index turns a subscript into an offset within n items.
func index(t *thread, v value, n int, outOfRange string) (int, error) {
	i, err := object.Index(t, v)
	if err != nil {
		return 0, object.Raise(object.TypeError, "array indices must be integers")
	}
	k, ok := i.Int64()
	if ok && k < 0 {
		k += int64(n)
	}
	if !ok || k < 0 || k >= int64(n) {
		return 0, object.Raise(object.IndexError, "%s", outOfRange)
	}
	return int(k), nil
}

// picked are the offsets that a slice selects.
func picked(t *thread, s *object.SliceValue, n int) (start, stop, step int, err error) {
	return s.Indices(t, n)
}

func getItem(t *thread, a *array, key value) (value, error) {
	s, ok := key.(*object.SliceValue)
	if !ok {
		i, err := index(t, key, a.len(), "array index out of range")
		if err != nil {
			return nil, err
		}
		return a.at(i), nil
	}
	start, stop, step, err := picked(t, s, a.len())
	if err != nil {
		return nil, err
	}
	size := a.kind.size
	var data []byte
	for i := range object.SliceLen(start, stop, step) {
		at := (start + i*step) * size
		data = append(data, a.data[at:at+size]...)
	}
	return made(t, a, data), nil
}

// setItem assigns, or deletes if v is nil.
func setItem(t *thread, a *array, key, v value) error {
	size := a.kind.size
	s, ok := key.(*object.SliceValue)
	if !ok {
		i, err := index(t, key, a.len(), "array assignment index out of range")
		if err != nil {
			return err
		}
		if v == nil {
			a.data = slices.Delete(a.data, i*size, (i+1)*size)
			return nil
		}
		item, err := a.encode(t, nil, v)
		if err == nil {
			copy(a.data[i*size:], item)
		}
		return err
	}
	var with []byte
	if v != nil {
		b := of(v)
		if b == nil {
			return object.Raise(object.TypeError, "can only assign array (not \"%s\") to array slice", object.TypeName(v))
		}
		if b.kind != a.kind {
			return object.Raise(object.TypeError, "bad argument type for built-in operation")
		}
		with = slices.Clone(b.data)
	}
	start, stop, step, err := picked(t, s, a.len())
	if err != nil {
		return err
	}
	n := object.SliceLen(start, stop, step)
	if step == 1 {
		if n == 0 {
			stop = start
		}
		a.data = slices.Replace(a.data, start*size, max(start, stop)*size, with...)
		return nil
	}
	if v != nil && len(with) != n*size {
		return object.Raise(object.ValueError, "attempt to assign array of size %d to extended slice of size %d", len(with)/size, n)
	}
	drop := make(map[int]bool, n)
	for i := range n {
		at := start + i*step
		drop[at] = true
		if v != nil {
			copy(a.data[at*size:], with[i*size:(i+1)*size])
		}
	}
	if v == nil {
		kept := a.data[:0]
		for i := range len(a.data) / size {
			if !drop[i] {
				kept = append(kept, a.data[i*size:(i+1)*size]...)
			}
		}
		a.data = kept
	}
	return nil
}

func compare(t *thread, op syntax.Token, x, y value) (value, error) {
	a, b := of(x), of(y)
	if b == nil {
		return object.NotImplemented, nil
	}
	items := func(a *array) *starlark.List {
		out := make([]value, a.len())
		for i := range out {
			out[i] = a.at(i)
		}
		return starlark.NewList(out)
	}
	return object.Compare(t, op, items(a), items(b))
}

func repeated(t *thread, a *array, v value) ([]byte, error) {
	n, err := object.Int(t, v)
	if err != nil {
		return nil, err
	}
	n = max(n, 0)
	if len(a.data) > 0 && n > types.MaxBytes(t)/len(a.data) {
		return nil, object.Raise(object.MemoryError, "")
	}
	return slices.Repeat(a.data, n), nil
}

func (a *array) find(t *thread, v value) (int, error) {
	for i := 0; i < a.len(); i++ {
		if same, err := object.Equal(t, a.at(i), v); err != nil {
			return 0, err
		} else if same {
			return i, nil
		}
	}
	return -1, nil
}

func content(v value) (string, error) {
	s, ok := types.BytesLike(v)
	if !ok {
		return "", object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	return s, nil
}

func none(err error) (value, error) { return starlark.None, err }

func init() {
	def := func(sig string, fn func(t *thread, x *array, a args) (value, error)) object.Def {
		return object.Def{Sig: sig, Fn: func(t *thread, a args) (value, error) {
			x := of(a[0])
			if x == nil {
				return nil, object.Raise(object.TypeError, "descriptor requires an 'array.array' object")
			}
			return fn(t, x, a)
		}}
	}
	Class.AddMethods(
		def("append(self, v, /)", func(t *thread, x *array, a args) (value, error) {
			data, err := x.encode(t, x.data, a[1])
			if err == nil {
				x.data = data
			}
			return none(err)
		}),
		def("extend(self, bb, /)", func(t *thread, x *array, a args) (value, error) {
			if b := of(a[1]); b != nil && b.kind != x.kind {
				return nil, object.Raise(object.TypeError, "can only extend with array of same kind")
			}
			return none(x.extend(t, a[1]))
		}),
		def("insert(self, i, v, /)", func(t *thread, x *array, a args) (value, error) {
			i, err := object.ClampedInt(t, a[1])
			if err != nil {
				return nil, err
			}
			if i < 0 {
				i += x.len()
			}
			i = min(max(i, 0), x.len())
			item, err := x.encode(t, nil, a[2])
			if err == nil {
				x.data = slices.Insert(x.data, i*x.kind.size, item...)
			}
			return none(err)
		}),
		def("pop(self, i=-1, /)", func(t *thread, x *array, a args) (value, error) {
			if x.len() == 0 {
				return nil, object.Raise(object.IndexError, "pop from empty array")
			}
			i, err := index(t, a[1], x.len(), "pop index out of range")
			if err != nil {
				return nil, err
			}
			v := x.at(i)
			x.data = slices.Delete(x.data, i*x.kind.size, (i+1)*x.kind.size)
			return v, nil
		}),
		def("remove(self, v, /)", func(t *thread, x *array, a args) (value, error) {
			i, err := x.find(t, a[1])
			if err == nil && i < 0 {
				err = object.Raise(object.ValueError, "array.remove(x): x not in array")
			}
			if err == nil {
				x.data = slices.Delete(x.data, i*x.kind.size, (i+1)*x.kind.size)
			}
			return none(err)
		}),
		def("index(self, v, start=0, stop=9223372036854775807, /)", func(t *thread, x *array, a args) (value, error) {
			var bounds [2]int
			for k := range bounds {
				n, err := object.ClampedInt(t, a[k+2])
				if err != nil {
					return nil, err
				}
				if n < 0 {
					n = max(n+x.len(), 0)
				}
				bounds[k] = n
			}
			for i := bounds[0]; i < min(bounds[1], x.len()); i++ {
				if same, err := object.Equal(t, x.at(i), a[1]); err != nil {
					return nil, err
				} else if same {
					return starlark.MakeInt(i), nil
				}
			}
			return nil, object.Raise(object.ValueError, "array.index(x): x not in array")
		}),
		def("count(self, v, /)", func(t *thread, x *array, a args) (value, error) {
			n := 0
			for i := 0; i < x.len(); i++ {
				if same, err := object.Equal(t, x.at(i), a[1]); err != nil {
					return nil, err
				} else if same {
					n++
				}
			}
			return starlark.MakeInt(n), nil
		}),
		def("reverse(self, /)", func(t *thread, x *array, a args) (value, error) {
			size := x.kind.size
			slices.Reverse(x.data)
			for i := 0; i < len(x.data); i += size {
				slices.Reverse(x.data[i : i+size])
			}
			return starlark.None, nil
		}),
		def("byteswap(self, /)", func(t *thread, x *array, a args) (value, error) {
			for i := 0; i < len(x.data); i += x.kind.size {
				slices.Reverse(x.data[i : i+x.kind.size])
			}
			return starlark.None, nil
		}),
		def("clear(self, /)", func(t *thread, x *array, a args) (value, error) { x.data = nil; return starlark.None, nil }),
		def("tolist(self, /)", func(t *thread, x *array, a args) (value, error) {
			out := make([]value, x.len())
			for i := range out {
				out[i] = x.at(i)
			}
			return starlark.NewList(out), nil
		}),
		def("fromlist(self, list, /)", func(t *thread, x *array, a args) (value, error) {
			l, ok := object.Base(a[1]).(*starlark.List)
			if !ok {
				return nil, object.Raise(object.TypeError, "arg must be list")
			}
			before := len(x.data)
			err := x.extend(t, l)
			if err != nil {
				x.data = x.data[:before]
			}
			return none(err)
		}),
		def("tobytes(self, /)", func(t *thread, x *array, a args) (value, error) { return object.MakeBytes(string(x.data)), nil }),
		def("frombytes(self, buffer, /)", func(t *thread, x *array, a args) (value, error) {
			s, err := content(a[1])
			if err != nil {
				return nil, err
			}
			return none(x.frombytes(t, s))
		}),
		def("tofile(self, f, /)", func(t *thread, x *array, a args) (value, error) {
			_, err := object.CallMethod(t, a[1], "write", object.MakeBytes(string(x.data)))
			return none(err)
		}),
		def("fromfile(self, f, n, /)", func(t *thread, x *array, a args) (value, error) {
			n, err := object.Int(t, a[2])
			if err != nil {
				return nil, err
			}
			if n < 0 {
				return nil, object.Raise(object.ValueError, "negative count")
			}
			if err := x.room(t, n); err != nil {
				return nil, err
			}
			v, err := object.CallMethod(t, a[1], "read", starlark.MakeInt(n*x.kind.size))
			if err != nil {
				return nil, err
			}
			s, ok := types.BytesLike(v)
			if !ok {
				return nil, object.Raise(object.TypeError, "read() didn't return bytes")
			}
			if err := x.frombytes(t, s); err != nil {
				return nil, err
			}
			if len(s) != n*x.kind.size {
				return nil, object.Raise(object.EOFError, "read() didn't return enough bytes")
			}
			return starlark.None, nil
		}),
		def("tounicode(self, /)", func(t *thread, x *array, a args) (value, error) {
			if !x.kind.text {
				return nil, object.Raise(object.ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')")
			}
			return starlark.String(x.text()), nil
		}),
		def("fromunicode(self, ustr, /)", func(t *thread, x *array, a args) (value, error) {
			if !x.kind.text {
				return nil, object.Raise(object.ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')")
			}
			return none(x.extend(t, a[1]))
		}),
		def("buffer_info(self, /)", func(t *thread, x *array, a args) (value, error) {
			return starlark.Tuple{starlark.MakeUint64(uint64(object.Address(a[0]))), starlark.MakeInt(x.len())}, nil
		}),
		def("__copy__(self, /)", func(t *thread, x *array, a args) (value, error) { return made(t, x, slices.Clone(x.data)), nil }),
		def("__deepcopy__(self, memo, /)", func(t *thread, x *array, a args) (value, error) { return made(t, x, slices.Clone(x.data)), nil }),
		def("__reduce_ex__(self, protocol, /)", func(t *thread, x *array, a args) (value, error) {
			return starlark.Tuple{object.ClassOf(a[0]), starlark.Tuple{starlark.String(x.kind.code), object.MakeBytes(string(x.data))}}, nil
		}),
		def("__len__(self, /)", func(t *thread, x *array, a args) (value, error) { return starlark.MakeInt(x.len()), nil }),
		def("__repr__(self, /)", func(t *thread, x *array, a args) (value, error) {
			s, err := x.repr(t)
			return starlark.String(s), err
		}),
		def("__getitem__(self, key, /)", func(t *thread, x *array, a args) (value, error) { return getItem(t, x, a[1]) }),
		def("__setitem__(self, key, value, /)", func(t *thread, x *array, a args) (value, error) { return none(setItem(t, x, a[1], a[2])) }),
		def("__delitem__(self, key, /)", func(t *thread, x *array, a args) (value, error) { return none(setItem(t, x, a[1], nil)) }),
		def("__contains__(self, v, /)", func(t *thread, x *array, a args) (value, error) {
			i, err := x.find(t, a[1])
			return starlark.Bool(i >= 0), err
		}),
		def("__iter__(self, /)", func(t *thread, x *array, a args) (value, error) {
			return types.NewIterator(t, iteratorClass, &iterator{a: x}), nil
		}),
		def("__add__(self, other, /)", func(t *thread, x *array, a args) (value, error) {
			b := of(a[1])
			if b == nil {
				return nil, object.Raise(object.TypeError, "can only append array (not \"%s\") to array", object.TypeName(a[1]))
			}
			if b.kind != x.kind {
				return nil, object.Raise(object.TypeError, "bad argument type for built-in operation")
			}
			return made(t, x, slices.Concat(x.data, b.data)), nil
		}),
		def("__iadd__(self, other, /)", func(t *thread, x *array, a args) (value, error) {
			b := of(a[1])
			if b == nil {
				return nil, object.Raise(object.TypeError, "can only extend array with array (not \"%s\")", object.TypeName(a[1]))
			}
			if b.kind != x.kind {
				return nil, object.Raise(object.TypeError, "can only extend with array of same kind")
			}
			x.data = append(x.data, b.data...)
			return a[0], x.room(t, len(x.data))
		}),
		def("__mul__(self, n, /)", func(t *thread, x *array, a args) (value, error) {
			data, err := repeated(t, x, a[1])
			return made(t, x, data), err
		}),
		def("__rmul__(self, n, /)", func(t *thread, x *array, a args) (value, error) {
			data, err := repeated(t, x, a[1])
			return made(t, x, data), err
		}),
		def("__imul__(self, n, /)", func(t *thread, x *array, a args) (value, error) {
			data, err := repeated(t, x, a[1])
			if err == nil {
				x.data = data
			}
			return a[0], err
		}),
		object.Def{Sig: "__class_getitem__(cls, item, /)", Class: true, Fn: func(t *thread, a args) (value, error) {
			return types.NewGenericAlias(t, a[0], a[1]), nil
		}},
	)
	for name, op := range map[string]syntax.Token{"__eq__": syntax.EQL, "__ne__": syntax.NEQ, "__lt__": syntax.LT, "__le__": syntax.LE, "__gt__": syntax.GT, "__ge__": syntax.GE} {
		Class.AddMethods(object.Def{Sig: name + "(self, other, /)", Fn: func(t *thread, a args) (value, error) { return compare(t, op, a[0], a[1]) }})
	}
	Class.SetAttrValue("__hash__", starlark.None)
	Class.AddAttrs(
		object.Attr{Name: "typecode", Get: func(t *thread, v value) (value, error) { return starlark.String(of(v).kind.code), nil }},
		object.Attr{Name: "itemsize", Get: func(t *thread, v value) (value, error) { return starlark.MakeInt(of(v).kind.size), nil }},
	)
}

var iteratorClass = types.NewIteratorClass("array", "arrayiterator")

type iterator struct {
	a *array
	i int
}

// Next implements object.Iterator.
func (it *iterator) Next(t *object.Thread) (starlark.Value, error) {
	if it.a == nil || it.i >= it.a.len() {
		it.a = nil
		return nil, nil
	}
	it.i++
	return it.a.at(it.i - 1), nil
}
