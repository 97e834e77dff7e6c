package types

// This file defines Bytes, the value of class bytes, and what all bytes-like
// values share.

import (
	"strings"
	"unsafe"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// Bytes is Python's immutable bytes. starlark.Bytes, which a host may pass in,
// counts as one wherever a bytes-like value is taken.
type Bytes string

var (
	_ object.Typed        = Bytes("")
	_ object.Comparer     = Bytes("")
	_ object.Items        = Bytes("")
	_ object.Container    = Bytes("")
	_ object.Iterabler    = Bytes("")
	_ starlark.Comparable = Bytes("")
	_ starlark.HasAttrs   = Bytes("")
	_ starlark.Sequence   = Bytes("")
	_ starlark.Mapping    = Bytes("")
	_ starlark.Indexable  = Bytes("")
	_ starlark.HasBinary  = Bytes("")
	_ starlark.Container  = Bytes("")
)

// String implements starlark.Value; it is Python's repr.
func (b Bytes) String() string        { return text.ReprBytes(string(b)) }
func (b Bytes) Type() string          { return "bytes" }
func (b Bytes) Freeze()               {}
func (b Bytes) Truth() starlark.Bool  { return len(b) > 0 }
func (b Bytes) Hash() (uint32, error) { return starlark.String(b).Hash() }
func (b Bytes) Class() *object.Class  { return object.BytesType }

// Len implements starlark.Sequence.
func (b Bytes) Len() int { return len(b) }

// Index implements starlark.Indexable: an int.
// ByteLen is the size of what b takes in memory.
func (b Bytes) ByteLen() int { return len(b) }

func (b Bytes) Index(i int) value { return starlark.MakeInt(int(b[i])) }

// Iterate implements starlark.Iterable: ints.
func (b Bytes) Iterate() starlark.Iterator { return object.AdaptIterator(nil, &bytesIter{b: b}) }

// Iter implements object.Iterabler: ints.
func (b Bytes) Iter(t *thread) (object.Iterator, error) { return &bytesIter{b: b}, nil }

// GetItem implements object.Items.
func (b Bytes) GetItem(t *thread, key value) (value, error) {
	if s, ok := key.(*object.SliceValue); ok {
		out, err := sliceBytes(t, string(b), s)
		return Bytes(out), err
	}
	i, err := object.SequenceIndex(t, key, len(b), "byte", "index out of range")
	if err != nil {
		return nil, err
	}
	return b.Index(i), nil
}

// Contains implements object.Container.
func (b Bytes) Contains(t *thread, v value) (bool, error) { return containsBytes(t, string(b), v) }

// Has implements starlark.Container.
func (b Bytes) Has(v value) (bool, error) { return containsBytes(nil, string(b), v) }

// CompareSameType implements starlark.Comparable.
func (b Bytes) CompareSameType(op object.Op, y value, depth int) (bool, error) {
	other, ok := peek(y)
	if !ok { // an object of a script's class of the same name
		return op == syntax.NEQ, nil
	}
	return compareStrings(op, string(b), other), nil
}

// CompareWith implements object.Comparer: bytes-like values compare by content.
func (b Bytes) CompareWith(t *thread, op object.Op, v value) (result, ok bool, err error) {
	if _, isView := v.(*Memoryview); isView && op != syntax.EQL && op != syntax.NEQ {
		return false, false, nil
	}
	return compareBytesLike(op, string(b), v)
}

// Get implements starlark.Mapping: b[key].
func (b Bytes) Get(key value) (value, bool, error) {
	v, err := b.GetItem(keyThread(key), key)
	return v, true, err
}

// keyThread is the thread on which a subscript's __index__ runs where
// go.starlark.net hands on none.
func keyThread(key value) *thread {
	if x, ok := key.(*object.Instance); ok && x.Isolate() != nil {
		return x.Isolate().Current()
	}
	return nil
}

// Binary implements starlark.HasBinary.
func (b Bytes) Binary(op object.Op, y value, side starlark.Side) (value, error) {
	return binarySide(op, b, y, side)
}

// binarySide computes a native operator that go.starlark.net hands to an operand.
func binarySide(op object.Op, x, y value, side starlark.Side) (value, error) {
	y = object.Plain(y)
	if side == starlark.Right {
		x, y = y, x
	}
	return nativeBinary(nil, op, x, y)
}

type bytesIter struct {
	b Bytes
	i int
}

func (it *bytesIter) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if it.i >= len(it.b) {
		return nil, nil
	}
	it.i++
	return it.b.Index(it.i - 1), nil
}

// Left is the length hint.
func (it *bytesIter) Left() int { return len(it.b) - it.i }

// A Buffer is a bytes-like value of another package. The slice stays the
// value's own: whoever gets it must not change it if readonly is set, nor keep
// it while script code runs.
type Buffer interface {
	Buffer() (b []byte, readonly bool)
}

// BytesLike returns the content of a bytes-like value: bytes, bytearray,
// memoryview, an object of a subclass, or a Buffer. That of a mutable one is
// copied.
func BytesLike(v value) (string, bool) {
	switch x := object.Base(v).(type) {
	case Bytes:
		return string(x), true
	case starlark.Bytes:
		return string(x), true
	}
	if b, ok := v.(Buffer); ok {
		data, _ := b.Buffer()
		return string(data), true
	}
	if b, ok := object.Base(v).(Buffer); ok {
		data, _ := b.Buffer()
		return string(data), true
	}
	if x, ok := v.(*object.Instance); ok {
		if b, ok := x.State.(Buffer); ok {
			data, _ := b.Buffer()
			return string(data), true
		}
	}
	return "", false
}

// WritableBuffer returns the storage of a bytearray or another writable
// bytes-like value. It must not be kept while script code runs.
func WritableBuffer(v value) ([]byte, bool) {
	b, ok := object.Base(v).(Buffer)
	if !ok {
		if x, isInstance := v.(*object.Instance); isInstance {
			b, ok = x.State.(Buffer)
		}
	}
	if !ok {
		return nil, false
	}
	data, readonly := b.Buffer()
	return data, !readonly
}

// peek is BytesLike without the copy: the text changes when the value does, so
// it is for what ends before any script code runs and keeps no part of it.
func peek(v value) (string, bool) {
	switch x := object.Base(v).(type) {
	case Bytes:
		return string(x), true
	case *Bytearray:
		return unsafe.String(unsafe.SliceData(x.data), len(x.data)), true
	}
	return BytesLike(v)
}

// peekOf is peek of a method's receiver.
func peekOf(v value) string {
	s, _ := peek(v)
	return s
}

// bytesOf is BytesLike of a method's receiver.
func bytesOf(v value) string {
	s, _ := BytesLike(v)
	return s
}

// bytesArg is BytesLike of an argument, or CPython's usual TypeError.
func bytesArg(v value) (string, error) {
	s, ok := BytesLike(v)
	if !ok {
		return "", object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	return s, nil
}

func compareStrings(op object.Op, x, y string) bool {
	switch op {
	case syntax.EQL:
		return x == y
	case syntax.NEQ:
		return x != y
	case syntax.LT:
		return x < y
	case syntax.LE:
		return x <= y
	case syntax.GT:
		return x > y
	}
	return x >= y
}

func compareBytesLike(op object.Op, x string, v value) (result, ok bool, err error) {
	y, ok := peek(v)
	if !ok {
		return false, false, nil
	}
	return compareStrings(op, x, y), true, nil
}

// sliceBytes is b[slice].
func sliceBytes(t *thread, b string, by *object.SliceValue) (string, error) {
	start, stop, step, err := by.Indices(t, len(b))
	if err != nil {
		return "", err
	}
	n := object.SliceLen(start, stop, step)
	if n == 0 {
		return "", nil
	}
	if step == 1 {
		return b[start : start+n], nil
	}
	out := make([]byte, n)
	for i := range out {
		out[i] = b[start+i*step]
	}
	return string(out), nil
}

// containsBytes is v in b, for an int or a bytes-like v.
func containsBytes(t *thread, b string, v value) (bool, error) {
	if sub, ok := peek(v); ok {
		return strings.Contains(b, sub), nil
	}
	n, err := object.Index(t, v)
	if err != nil {
		if object.IsException(err, object.TypeError) {
			_, err = bytesArg(v)
		}
		return false, err
	}
	c, err := byteOf(n, "byte")
	if err != nil {
		return false, err
	}
	return strings.IndexByte(b, c) >= 0, nil
}

// byteOf is an element of bytes ("bytes") or bytearray ("byte") from an int.
func byteOf(n starlark.Int, what string) (byte, error) {
	i, ok := n.Int64()
	if !ok || i < 0 || i > 255 {
		return 0, object.Raise(object.ValueError, "%s must be in range(0, 256)", what)
	}
	return byte(i), nil
}

// byteValue is byteOf of any value with __index__.
func byteValue(t *thread, v value, what string) (byte, error) {
	n, ok := v.(starlark.Int)
	if !ok {
		var err error
		if n, err = object.Index(t, v); err != nil {
			return 0, err
		}
	}
	return byteOf(n, what)
}

func init() { object.MakeBytes = func(content string) value { return Bytes(content) } }

// BytesContent gives package object the content.
func (b Bytes) BytesContent() string { return string(b) }

// Attr implements starlark.HasAttrs.
func (b Bytes) Attr(name string) (value, error) { return object.ClassAttr(b, name) }

// AttrNames implements starlark.HasAttrs.
func (b Bytes) AttrNames() []string { return nil }
