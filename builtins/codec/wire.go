package codec

// This file defines the tags and how numbers, lengths and the header are
// written and read.

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Version is the version of the form. A reader refuses any other.
const Version = 1

// Magic begins every message. Its first byte is that of a pickle, its second is
// no protocol that pickle has.
const Magic = "\x80SP"

// tags of values.
const (
	tagNone byte = iota
	tagTrue
	tagFalse
	tagEllipsis
	tagNotImplemented
	tagInt // zigzag varint
	tagBigInt
	tagFloat
	tagComplex
	tagStr
	tagBytes
	tagBytearray
	tagList
	tagTuple
	tagDict
	tagSet
	tagFrozenset
	tagRange
	tagSlice
	tagRef // an object of the memo
	tagNativeClass
	tagGlobal // an attribute of a module
	tagModule
	tagInstance
	tagException
	tagReduce
	tagMethod       // a bound method
	tagNativeMethod // a method of a class made in Go
	tagAttribute    // getattr(value, name)
	tagStaticMethod
	tagClassMethod
	tagProperty
	tagCell     // a variable's cell, made by the front end
	tagFreeCell // a variable's cell, the interpreter's own
	tagRequired // in default values: a keyword-only parameter without one
	tagFunction
	tagClass
	tagMadeClass // a class that a function made
	tagKnown     // a class or function that the other end has
	tagSuper
	tagKey        // text that was seen before in this message
	tagInts       // a list of plain ints
	tagSlot       // a descriptor that the class makes itself
	tagUnset      // nothing
	tagPlainTuple // a tuple that nothing refers to
	tagAlias      // a type with arguments
	tagUnion      // of types
)

// tags of fills, which follow a class or function.
const (
	fillEnd byte = iota
	fillClass
	fillFunction
	fillData // a module variable that the reader may have
	fillCode // a module variable that replaces the reader's
	fillMade // what a script has added to a class that a Maker makes
)

// An Error says that bytes are not a message of this form.
type Error struct {
	Offset int
	Msg    string
}

func (e *Error) Error() string { return fmt.Sprintf("%s at byte %d", e.Msg, e.Offset) }

// ErrTruncated is the Msg of an Error for bytes that end too early.
const ErrTruncated = "pickle data was truncated"

// writer appends to a buffer.
type writer struct{ b []byte }

func (w *writer) byte(c byte)     { w.b = append(w.b, c) }
func (w *writer) uint(n uint64)   { w.b = binary.AppendUvarint(w.b, n) }
func (w *writer) int(n int64)     { w.b = binary.AppendVarint(w.b, n) }
func (w *writer) float(f float64) { w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(f)) }
func (w *writer) text(s string) {
	w.uint(uint64(len(s)))
	w.b = append(w.b, s...)
}
func (w *writer) bool(v bool) {
	if v {
		w.byte(1)
	} else {
		w.byte(0)
	}
}

// reader takes from a buffer. Its methods panic with an *Error, which Decode
// returns.
type reader struct {
	b   []byte
	off int
}

func (r *reader) fail(format string, args ...any) {
	panic(&Error{Offset: r.off, Msg: fmt.Sprintf(format, args...)})
}

func (r *reader) left() int { return len(r.b) - r.off }

func (r *reader) byte() byte {
	if r.off >= len(r.b) {
		r.fail(ErrTruncated)
	}
	c := r.b[r.off]
	r.off++
	return c
}

func (r *reader) uint() uint64 {
	n, size := binary.Uvarint(r.b[r.off:])
	if size <= 0 {
		r.badNumber(size)
	}
	r.off += size
	return n
}

func (r *reader) int() int64 {
	n, size := binary.Varint(r.b[r.off:])
	if size <= 0 {
		r.badNumber(size)
	}
	r.off += size
	return n
}

func (r *reader) badNumber(size int) {
	if size == 0 {
		r.fail(ErrTruncated)
	}
	r.fail("number out of range")
}

func (r *reader) float() float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(r.take(8)))
}

func (r *reader) take(n int) []byte {
	if n > r.left() {
		r.fail(ErrTruncated)
	}
	b := r.b[r.off : r.off+n]
	r.off += n
	return b
}

// count reads the number of items of which each takes at least size bytes.
func (r *reader) count(size int) int {
	n := r.uint()
	if n > uint64(r.left()/size) {
		r.fail(ErrTruncated)
	}
	return int(n)
}

func (r *reader) text() string { return string(r.take(r.count(1))) }
func (r *reader) bool() bool   { return r.byte() != 0 }

// appendHeader completes a message whose value is body.
func appendHeader(body []byte) []byte {
	out := make([]byte, 0, len(body)+len(Magic)+1+binary.MaxVarintLen64)
	out = append(out, Magic...)
	out = append(out, Version)
	out = binary.AppendUvarint(out, uint64(len(body)))
	return append(out, body...)
}

// header reads a message's header and cuts the message off.
func (r *reader) header() {
	for i := range len(Magic) {
		if r.off >= len(r.b) {
			r.fail(ErrTruncated)
		}
		if r.b[r.off] != Magic[i] {
			r.fail("invalid load key, '\\x%02x'.", r.b[r.off])
		}
		r.off++
	}
	if v := r.byte(); v != Version {
		r.fail("unsupported version %d", v)
	}
	n := r.uint()
	if n > uint64(r.left()) {
		r.fail(ErrTruncated)
	}
	r.b = r.b[:r.off+int(n)]
}

// Size returns how many bytes the message takes whose first bytes are head, or 0
// if head is too short to say.
func Size(head []byte) (n int, err error) {
	for i := range len(Magic) {
		if i >= len(head) {
			return 0, nil
		}
		if head[i] != Magic[i] {
			return 0, &Error{i, fmt.Sprintf("invalid load key, '\\x%02x'.", head[i])}
		}
	}
	if len(head) < len(Magic)+1 {
		return 0, nil
	}
	if head[len(Magic)] != Version {
		return 0, &Error{len(Magic), fmt.Sprintf("unsupported version %d", head[len(Magic)])}
	}
	size, used := binary.Uvarint(head[len(Magic)+1:])
	if used == 0 {
		return 0, nil
	}
	if used < 0 || size > math.MaxInt32*64 {
		return 0, &Error{len(Magic) + 1, "number out of range"}
	}
	return len(Magic) + 1 + used + int(size), nil
}

// SmallInt reads a message that is one int of at most 32 bits.
func SmallInt(b []byte) (n int, ok bool) {
	defer func() {
		if recover() != nil {
			n, ok = 0, false
		}
	}()
	r := reader{b: b}
	r.header()
	if r.byte() != tagInt {
		return 0, false
	}
	v := r.int()
	return int(v), v == int64(int32(v)) && r.left() == 0
}
