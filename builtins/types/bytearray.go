package types

// This file defines Bytearray, the value of class bytearray.

import (
	"slices"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// Bytearray is Python's mutable sequence of bytes. The interpreter lock guards
// it.
type Bytearray struct{ data []byte }

// NewBytearray returns a bytearray that owns b.
func NewBytearray(b []byte) *Bytearray { return &Bytearray{b} }

var (
	_ object.Typed         = (*Bytearray)(nil)
	_ object.Comparer      = (*Bytearray)(nil)
	_ object.Items         = (*Bytearray)(nil)
	_ object.SettableItems = (*Bytearray)(nil)
	_ object.Container     = (*Bytearray)(nil)
	_ object.Iterabler     = (*Bytearray)(nil)
	_ Buffer               = (*Bytearray)(nil)
	_ starlark.Comparable  = (*Bytearray)(nil)
	_ starlark.HasAttrs    = (*Bytearray)(nil)
	_ starlark.Sequence    = (*Bytearray)(nil)
	_ starlark.Indexable   = (*Bytearray)(nil)
	_ starlark.HasBinary   = (*Bytearray)(nil)
	_ starlark.HasSetKey   = (*Bytearray)(nil)
)

// String implements starlark.Value; it is Python's repr.
func (b *Bytearray) String() string       { return bytearrayRepr("bytearray", b.data) }
func (b *Bytearray) Type() string         { return "bytearray" }
func (b *Bytearray) Freeze()              {}
func (b *Bytearray) Truth() starlark.Bool { return len(b.data) > 0 }
func (b *Bytearray) Class() *object.Class { return object.BytearrayType }

// Hash implements starlark.Value: a bytearray has none.
func (b *Bytearray) Hash() (uint32, error) {
	return 0, object.Raise(object.TypeError, "unhashable type: 'bytearray'")
}

// Buffer implements Buffer.
func (b *Bytearray) Buffer() ([]byte, bool) { return b.data, false }

// Replace makes data, which the bytearray then owns, its content.
func (b *Bytearray) Replace(data []byte) { b.data = data }

// Len implements starlark.Sequence.
func (b *Bytearray) Len() int { return len(b.data) }

// ByteLen is the size of what b takes in memory.
func (b *Bytearray) ByteLen() int { return len(b.data) }

// Index implements starlark.Indexable: an int.
func (b *Bytearray) Index(i int) value { return starlark.MakeInt(int(b.data[i])) }

// Get implements starlark.Mapping: b[key].
func (b *Bytearray) Get(key value) (value, bool, error) {
	v, err := b.GetItem(keyThread(key), key)
	return v, true, err
}

// SetKey implements starlark.HasSetKey: b[key] = v.
func (b *Bytearray) SetKey(key, v value) error {
	t := keyThread(key)
	if t == nil {
		t = keyThread(v)
	}
	return b.SetItem(t, key, v)
}

// Iterate implements starlark.Iterable: ints.
func (b *Bytearray) Iterate() starlark.Iterator {
	return object.AdaptIterator(nil, &bytearrayIter{b: b})
}

// Iter implements object.Iterabler: ints.
func (b *Bytearray) Iter(t *thread) (object.Iterator, error) { return &bytearrayIter{b: b}, nil }

// Contains implements object.Container.
func (b *Bytearray) Contains(t *thread, v value) (bool, error) {
	return containsBytes(t, string(b.data), v)
}

// Has implements starlark.Container.
func (b *Bytearray) Has(v value) (bool, error) { return containsBytes(nil, string(b.data), v) }

// CompareSameType implements starlark.Comparable.
func (b *Bytearray) CompareSameType(op object.Op, y value, depth int) (bool, error) {
	other, ok := peek(y)
	if !ok {
		return op == syntax.NEQ, nil
	}
	return compareStrings(op, peekOf(b), other), nil
}

// CompareWith implements object.Comparer.
func (b *Bytearray) CompareWith(t *thread, op object.Op, v value) (result, ok bool, err error) {
	return compareBytesLike(op, peekOf(b), v)
}

// Binary implements starlark.HasBinary.
func (b *Bytearray) Binary(op object.Op, y value, side starlark.Side) (value, error) {
	return binarySide(op, b, y, side)
}

// GetItem implements object.Items.
func (b *Bytearray) GetItem(t *thread, key value) (value, error) {
	if s, ok := key.(*object.SliceValue); ok {
		start, stop, step, err := s.Indices(t, len(b.data))
		if err != nil {
			return nil, err
		}
		out := make([]byte, object.SliceLen(start, stop, step))
		if step == 1 {
			copy(out, b.data[start:])
		} else {
			for i := range out {
				out[i] = b.data[start+i*step]
			}
		}
		return NewBytearray(out), nil
	}
	i, err := object.SequenceIndex(t, key, len(b.data), "bytearray", "bytearray index out of range")
	if err != nil {
		return nil, err
	}
	return b.Index(i), nil
}

// SetItem implements object.SettableItems; a nil v deletes.
func (b *Bytearray) SetItem(t *thread, key, v value) error {
	if s, ok := key.(*object.SliceValue); ok {
		return b.setSlice(t, s, v)
	}
	var c byte
	if v != nil && hasIndex(key) {
		// As in CPython the value is looked at before the range of the index.
		var err error
		if c, err = byteValue(t, v, "byte"); err != nil {
			return err
		}
	}
	i, err := object.SequenceIndex(t, key, len(b.data), "bytearray", "bytearray index out of range")
	if err != nil {
		return err
	}
	if v == nil {
		b.data = slices.Delete(b.data, i, i+1)
	} else {
		b.data[i] = c
	}
	return nil
}

func (b *Bytearray) setSlice(t *thread, s *object.SliceValue, v value) error {
	var with []byte
	if v != nil {
		var err error
		if with, err = assignable(t, v); err != nil {
			return err
		}
	}
	start, stop, step, err := s.Indices(t, len(b.data))
	if err != nil {
		return err
	}
	if step == 1 {
		b.data = slices.Replace(b.data, start, max(start, stop), with...)
		return nil
	}
	n := object.SliceLen(start, stop, step)
	if v == nil {
		drop := make(map[int]bool, n)
		for i := 0; i < n; i++ {
			drop[start+i*step] = true
		}
		out := b.data[:0]
		for i, c := range b.data {
			if !drop[i] {
				out = append(out, c)
			}
		}
		b.data = out
		return nil
	}
	if len(with) != n {
		return object.Raise(object.ValueError, "attempt to assign bytes of size %d to extended slice of size %d", len(with), n)
	}
	for i, c := range with {
		b.data[start+i*step] = c
	}
	return nil
}

// assignable returns a copy of what may be assigned to a slice.
func assignable(t *thread, v value) ([]byte, error) {
	refuse := func() error {
		return object.Raise(object.TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
	}
	if b, ok := BytesLike(v); ok {
		return []byte(b), nil
	}
	switch object.Base(v).(type) {
	case starlark.String, starlark.Int, starlark.Bool:
		return nil, refuse()
	}
	var out []byte
	err := forEach(t, v, refuse, func(e value) error {
		c, err := byteValue(t, e, "byte")
		out = append(out, c)
		return err
	})
	return out, err
}

type bytearrayIter struct {
	b *Bytearray
	i int
}

func (it *bytearrayIter) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if it.b == nil || it.i >= len(it.b.data) {
		it.b = nil
		return nil, nil
	}
	it.i++
	return it.b.Index(it.i - 1), nil
}

// Left is the length hint.
func (it *bytearrayIter) Left() int {
	if it.b == nil {
		return 0
	}
	return max(0, len(it.b.data)-it.i)
}

// checkSize fails with MemoryError for a result of more than the allowed bytes.
func checkSize(t *thread, n int) error {
	if n < 0 || n > MaxBytes(t) {
		return object.Raise(object.MemoryError, "")
	}
	return object.Charge(t, int64(n))
}

// Attr implements starlark.HasAttrs.
func (b *Bytearray) Attr(name string) (value, error) { return object.ClassAttr(b, name) }

// AttrNames implements starlark.HasAttrs.
func (b *Bytearray) AttrNames() []string { return nil }

// bytearrayRepr is the repr of a bytearray of the named class. As in CPython a
// single quote is escaped whatever the quotes around.
func bytearrayRepr(class string, data []byte) string {
	r := text.ReprBytes(string(data))
	if r[1] == '"' {
		r = strings.ReplaceAll(r, "'", "\\'")
	}
	return class + "(" + r + ")"
}
