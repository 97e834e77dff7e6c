package types

// This file defines Memoryview, the value of class memoryview: a view of the
// bytes of another value, one byte an item.

import (
	"fmt"
	"slices"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// MemoryviewType is the class memoryview.
var MemoryviewType = object.NewClass(object.Spec{Name: "memoryview", Final: true})

// Memoryview is Python's memoryview, of one dimension. It reads its value's
// storage anew each time, so that a bytearray may be resized under it (CPython
// forbids that): items beyond the new end are gone.
type Memoryview struct {
	obj      value // the value viewed; nil after release
	start    int   // offset of item 0
	n        int   // number of items
	step     int   // bytes from one item to the next
	readonly bool
	format   string // "B", "b" or "c"
}

var (
	_ object.Typed         = (*Memoryview)(nil)
	_ object.Comparer      = (*Memoryview)(nil)
	_ object.Items         = (*Memoryview)(nil)
	_ object.SettableItems = (*Memoryview)(nil)
	_ object.Iterabler     = (*Memoryview)(nil)
	_ Buffer               = (*Memoryview)(nil)
	_ starlark.Sequence    = (*Memoryview)(nil)
	_ starlark.HasSetKey   = (*Memoryview)(nil)
	_ starlark.Comparable  = (*Memoryview)(nil)
	_ starlark.HasAttrs    = (*Memoryview)(nil)
)

// NewMemoryview returns memoryview(v).
func NewMemoryview(v value) (*Memoryview, error) {
	if m, ok := v.(*Memoryview); ok {
		if err := m.alive(); err != nil {
			return nil, err
		}
		c := *m
		return &c, nil
	}
	s, ok := peek(v)
	if !ok {
		return nil, object.Raise(object.TypeError, "memoryview: a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	_, writable := WritableBuffer(v)
	return &Memoryview{obj: v, n: len(s), step: 1, readonly: !writable, format: "B"}, nil
}

func (m *Memoryview) alive() error {
	if m.obj == nil {
		return object.Raise(object.ValueError, "operation forbidden on released memoryview object")
	}
	return nil
}

// storage returns the bytes of the value viewed and the number of items that it
// still has.
func (m *Memoryview) storage() (data string, n int) {
	if m.obj == nil {
		return "", 0
	}
	data, _ = peek(m.obj)
	n = m.n
	if m.step > 0 && n > 0 && m.start+(n-1)*m.step >= len(data) {
		n = max(0, (len(data)-m.start+m.step-1)/m.step)
	} else if m.step < 0 && m.start >= len(data) {
		n = 0
	}
	return data, n
}

// content returns a copy of the items' bytes.
func (m *Memoryview) content() []byte {
	data, n := m.storage()
	if m.step == 1 && n > 0 {
		return []byte(data[m.start : m.start+n])
	}
	out := make([]byte, n)
	for i := range out {
		out[i] = data[m.start+i*m.step]
	}
	return out
}

// Buffer implements Buffer. Only a view of adjacent bytes can be written
// through it.
func (m *Memoryview) Buffer() ([]byte, bool) {
	if !m.readonly && m.step == 1 && m.obj != nil {
		if data, ok := WritableBuffer(m.obj); ok {
			_, n := m.storage()
			return data[min(m.start, len(data)):][:n], false
		}
	}
	return m.content(), true
}

func (m *Memoryview) String() string {
	if m.obj == nil {
		return fmt.Sprintf("<released memory at 0x%x>", object.Address(m))
	}
	return fmt.Sprintf("<memory at 0x%x>", object.Address(m))
}
func (m *Memoryview) Type() string         { return "memoryview" }
func (m *Memoryview) Freeze()              {}
func (m *Memoryview) Truth() starlark.Bool { return m.Len() > 0 }
func (m *Memoryview) Class() *object.Class { return MemoryviewType }

// Hash implements starlark.Value: that of the bytes, if they cannot change.
func (m *Memoryview) Hash() (uint32, error) {
	if err := m.hashable(); err != nil {
		return 0, err
	}
	return Bytes(m.content()).Hash()
}

// PyHash implements Hasher.
func (m *Memoryview) PyHash(t *thread) (int64, error) {
	if err := m.hashable(); err != nil {
		return 0, err
	}
	return hashText(string(m.content())), nil
}

func (m *Memoryview) hashable() error {
	if err := m.alive(); err != nil {
		return err
	}
	if !m.readonly {
		return object.Raise(object.ValueError, "cannot hash writable memoryview object")
	}
	return nil
}

// Len implements starlark.Sequence.
func (m *Memoryview) Len() int {
	_, n := m.storage()
	return n
}

// Iterate implements starlark.Iterable.
func (m *Memoryview) Iterate() starlark.Iterator {
	return object.AdaptIterator(nil, &memoryIter{m: m})
}

// Iter implements object.Iterabler.
func (m *Memoryview) Iter(t *thread) (object.Iterator, error) {
	return &memoryIter{m: m}, m.alive()
}

// CompareSameType implements starlark.Comparable.
func (m *Memoryview) CompareSameType(op object.Op, y value, depth int) (bool, error) {
	r, ok, err := m.CompareWith(nil, op, y)
	if !ok && err == nil {
		if op == syntax.EQL || op == syntax.NEQ {
			return op == syntax.NEQ, nil
		}
		err = object.Raise(object.TypeError, "'%s' not supported between instances of 'memoryview' and '%s'", op, object.TypeName(y))
	}
	return r, err
}

// CompareWith implements object.Comparer: equality with bytes-like values.
func (m *Memoryview) CompareWith(t *thread, op object.Op, v value) (result, ok bool, err error) {
	if op != syntax.EQL && op != syntax.NEQ {
		return false, false, nil
	}
	y, ok := peek(v)
	if !ok || m.obj == nil {
		return object.Is(m, v) == (op == syntax.EQL), ok || object.Is(m, v), nil
	}
	return (string(m.content()) == y) == (op == syntax.EQL), true, nil
}

func (m *Memoryview) item(c byte) value {
	switch m.format {
	case "b":
		return starlark.MakeInt(int(int8(c)))
	case "c":
		return Bytes([]byte{c})
	}
	return starlark.MakeInt(int(c))
}

// GetItem implements object.Items.
func (m *Memoryview) GetItem(t *thread, key value) (value, error) {
	if err := m.alive(); err != nil {
		return nil, err
	}
	data, n := m.storage()
	if s, ok := key.(*object.SliceValue); ok {
		start, stop, step, err := s.Indices(t, n)
		if err != nil {
			return nil, err
		}
		c := *m
		c.n = object.SliceLen(start, stop, step)
		c.start, c.step = m.start+start*m.step, m.step*step
		return &c, nil
	}
	i, err := m.index(t, key, n)
	if err != nil {
		return nil, err
	}
	return m.item(data[m.start+i*m.step]), nil
}

func (m *Memoryview) index(t *thread, key value, n int) (int, error) {
	if !hasIndex(key) {
		return 0, object.Raise(object.TypeError, "memoryview: invalid slice key")
	}
	return object.SequenceIndex(t, key, n, "memoryview", "index out of bounds on dimension 1")
}

// SetItem implements object.SettableItems.
func (m *Memoryview) SetItem(t *thread, key, v value) error {
	if err := m.alive(); err != nil {
		return err
	}
	if m.readonly {
		return object.Raise(object.TypeError, "cannot modify read-only memory")
	}
	if v == nil {
		return object.Raise(object.TypeError, "cannot delete memory")
	}
	if s, ok := key.(*object.SliceValue); ok {
		with, err := bytesArg(v)
		if err != nil {
			return err
		}
		start, stop, step, err := s.Indices(t, m.Len())
		if err != nil {
			return err
		}
		n := object.SliceLen(start, stop, step)
		if len(with) != n {
			return object.Raise(object.ValueError, "memoryview assignment: lvalue and rvalue have different structures")
		}
		data, _ := WritableBuffer(m.obj)
		for i := range n {
			data[m.start+(start+i*step)*m.step] = with[i]
		}
		return nil
	}
	i, err := m.index(t, key, m.Len())
	if err != nil {
		return err
	}
	c, err := m.itemByte(t, v)
	if err != nil {
		return err
	}
	data, _ := WritableBuffer(m.obj)
	if at := m.start + i*m.step; at < len(data) {
		data[at] = c
	}
	return nil
}

func (m *Memoryview) itemByte(t *thread, v value) (byte, error) {
	if m.format == "c" {
		if b, ok := object.Base(v).(Bytes); ok && len(b) == 1 {
			return b[0], nil
		}
		return 0, object.Raise(object.TypeError, "memoryview: invalid type for format 'c'")
	}
	n, err := object.Index(t, v)
	if err != nil {
		if object.IsCaught(t, err, object.TypeError) {
			err = object.Raise(object.TypeError, "memoryview: invalid type for format '%s'", m.format)
		}
		return 0, err
	}
	i, ok := n.Int64()
	if m.format == "b" && ok && i >= -128 && i <= 127 {
		return byte(int8(i)), nil
	}
	if m.format != "B" || !ok || i < 0 || i > 255 {
		return 0, object.Raise(object.ValueError, "memoryview: invalid value for format '%s'", m.format)
	}
	return byte(i), nil
}

// Get implements starlark.Mapping: m[key].
func (m *Memoryview) Get(key value) (value, bool, error) {
	v, err := m.GetItem(keyThread(key), key)
	return v, true, err
}

// SetKey implements starlark.HasSetKey: m[key] = v.
func (m *Memoryview) SetKey(key, v value) error {
	t := keyThread(key)
	if t == nil {
		t = keyThread(v)
	}
	return m.SetItem(t, key, v)
}

type memoryIter struct {
	m *Memoryview
	i int
}

func (it *memoryIter) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	data, n := it.m.storage()
	if it.i >= n {
		return nil, nil
	}
	it.i++
	return it.m.item(data[it.m.start+(it.i-1)*it.m.step]), nil
}

var memoryIterator = newIteratorClass("memory_iterator")

var memoryviewConstructor = newConstructor("memoryview(object)")

func init() {
	c := MemoryviewType
	c.New = func(t *thread, cls *object.Class, as starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		a, err := memoryviewConstructor.bind(as, kwargs)
		if err != nil {
			return nil, err
		}
		m, err := NewMemoryview(a[0])
		if err != nil {
			return nil, err
		}
		return m, nil
	}
	live := func(v value) (*Memoryview, error) {
		m := v.(*Memoryview)
		return m, m.alive()
	}
	release := func(t *thread, self value) (value, error) {
		self.(*Memoryview).obj = nil
		return starlark.None, nil
	}
	c.AddMethods(comparisons(func(t *thread, op object.Op, a, b value) (value, error) {
		r, ok, err := a.(*Memoryview).CompareWith(t, op, b)
		if !ok || err != nil {
			return object.NotImplemented, err
		}
		return starlark.Bool(r), nil
	}, allComparisons...)...)
	c.AddMethods(
		lenMethod(), getItemMethod(), reprMethod(),
		method("__hash__", hashMethod),
		method("__iter__", func(t *thread, self value) (value, error) {
			m, err := live(self)
			if err != nil {
				return nil, err
			}
			return NewIterator(t, memoryIterator, &memoryIter{m: m}), nil
		}),
		object.Def{Sig: "__setitem__(self, key, value, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, a[0].(*Memoryview).SetItem(t, a[1], a[2])
		}},
		object.Def{Sig: "__delitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, a[0].(*Memoryview).SetItem(t, a[1], nil)
		}},
		method("__enter__", func(t *thread, self value) (value, error) {
			_, err := live(self)
			return self, err
		}),
		object.Def{Sig: "__exit__(self, /, *exc_info)", Fn: func(t *thread, a args) (value, error) { return release(t, a[0]) }},
		method("release", release),
		object.Def{Sig: "tobytes(self, /, order='C')", Fn: func(t *thread, a args) (value, error) {
			m, err := live(a[0])
			if err != nil {
				return nil, err
			}
			if _, ok := object.Text(a[1]); !ok && a[1] != starlark.None {
				return nil, object.Raise(object.TypeError, "tobytes() argument 'order' must be str or None, not %s", object.TypeName(a[1]))
			}
			return Bytes(m.content()), nil
		}},
		method("tolist", func(t *thread, self value) (value, error) {
			m, err := live(self)
			if err != nil {
				return nil, err
			}
			data := m.content()
			out := make([]value, len(data))
			for i, b := range data {
				out[i] = m.item(b)
			}
			return starlark.NewList(out), nil
		}),
		method("toreadonly", func(t *thread, self value) (value, error) {
			m, err := live(self)
			if err != nil {
				return nil, err
			}
			r := *m
			r.readonly = true
			return &r, nil
		}),
		object.Def{Sig: "hex(self, /, sep=..., bytes_per_sep=1)", Fn: func(t *thread, a args) (value, error) {
			m, err := live(a[0])
			if err != nil {
				return nil, err
			}
			return hexOf(t, string(m.content()), a[1], a[2])
		}},
		object.Def{Sig: "cast(self, /, format, shape=None)", Fn: memoryviewCast},
	)
	attr := func(name string, get func(m *Memoryview) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) {
			m, err := live(self)
			if err != nil {
				return nil, err
			}
			return get(m), nil
		}}
	}
	contiguous := func(m *Memoryview) value { return starlark.Bool(m.step == 1 || m.n <= 1) }
	c.AddAttrs(
		attr("obj", func(m *Memoryview) value { return m.obj }),
		attr("nbytes", func(m *Memoryview) value { return starlark.MakeInt(m.Len()) }),
		attr("readonly", func(m *Memoryview) value { return starlark.Bool(m.readonly) }),
		attr("itemsize", func(m *Memoryview) value { return starlark.MakeInt(1) }),
		attr("format", func(m *Memoryview) value { return starlark.String(m.format) }),
		attr("ndim", func(m *Memoryview) value { return starlark.MakeInt(1) }),
		attr("shape", func(m *Memoryview) value { return starlark.Tuple{starlark.MakeInt(m.Len())} }),
		attr("strides", func(m *Memoryview) value { return starlark.Tuple{starlark.MakeInt(m.step)} }),
		attr("suboffsets", func(m *Memoryview) value { return starlark.Tuple{} }),
		attr("c_contiguous", contiguous),
		attr("f_contiguous", contiguous),
		attr("contiguous", contiguous),
	)
}

// memoryviewCast is memoryview.cast for the formats of one byte.
func memoryviewCast(t *thread, a args) (value, error) {
	m := a[0].(*Memoryview)
	if err := m.alive(); err != nil {
		return nil, err
	}
	format, ok := object.Text(a[1])
	if !ok {
		return nil, object.Raise(object.TypeError, "cast() argument 'format' must be str, not %s", argumentType(a[1]))
	}
	if len(format) == 2 && format[0] == '@' {
		format = format[1:]
	}
	if m.step != 1 {
		return nil, object.Raise(object.TypeError, "memoryview: casts are restricted to C-contiguous views")
	}
	if !slices.Contains([]string{"B", "b", "c"}, format) || a[2] != starlark.None {
		return nil, object.Raise(object.NotImplementedError, "memoryview: only formats of one byte and one dimension are supported")
	}
	c := *m
	c.format = format
	return &c, nil
}

// Attr implements starlark.HasAttrs.
func (m *Memoryview) Attr(name string) (value, error) { return object.ClassAttr(m, name) }

// AttrNames implements starlark.HasAttrs.
func (m *Memoryview) AttrNames() []string { return nil }
