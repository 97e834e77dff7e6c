package object

// This file defines what built-in functions ask before they make something
// large.

import (
	"math"
	"unsafe"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// Bytes that a slot of a list or tuple, and an entry of a dict or set, take.
const (
	slotBytes  = 16
	entryBytes = 64
)

// largeValue is the size in bytes from which values are charged for.
const largeValue = 4096

// noteLarge notes that about as much as v has was allocated. It fails if that was
// too much: the quantum could go on for long.
func noteLarge(t *Thread, v starlark.Value) error {
	if n := SizeOf(v); n >= largeValue {
		t.Note(n)
		if e := t.Isolate().Stopped(); e != nil {
			return &Cancellation{Err: e}
		}
	}
	return nil
}

// maxBytes is how large anything may be without a limit: Go ends a process whose
// memory the operating system refuses.
const maxBytes = 1 << 34

// Charge fails with MemoryError if n more bytes in one piece are more than the
// isolate's limit leaves. It is asked before, so that nothing is allocated then.
func Charge(t *Thread, n int64) error {
	if n >= largeValue && t != nil {
		if e := t.Isolate().Stopped(); e != nil {
			return &Cancellation{Err: e}
		}
	}
	if n < 0 || n > maxBytes || !t.Fits(n) {
		if t != nil {
			if e := t.Isolate().Stopped(); e != nil {
				return &Cancellation{Err: e}
			}
		}
		return Raise(MemoryError, "")
	}
	return nil
}

// ChargeSlots is Charge for n elements of a list or tuple.
func ChargeSlots(t *Thread, n int) error {
	if n > MaxElements {
		return Raise(MemoryError, "")
	}
	return Charge(t, int64(n)*slotBytes)
}

// SizeOf is the size in bytes of a built-in value without what it refers to, as
// far as it can be large.
func SizeOf(v starlark.Value) int64 {
	switch x := v.(type) {
	case starlark.String:
		return int64(len(x))
	case starlark.Bytes:
		return int64(len(x))
	case starlark.Tuple:
		return int64(len(x)) * slotBytes
	case *starlark.List:
		return int64(x.Len()) * slotBytes
	case *starlark.Dict:
		return int64(x.Len()) * entryBytes
	case *starlark.Set:
		return int64(x.Len()) * entryBytes
	case interface{ ByteLen() int }:
		return int64(x.ByteLen())
	case *Instance:
		if b := Base(x); b != starlark.Value(x) {
			return SizeOf(b)
		}
	}
	return 0
}

// A Holder is a value or the State of an object whose Go fields refer to values.
// Hold shows them to visit, with the lock held: an estimate of what a script holds
// goes through them.
type Holder interface {
	Hold(visit func(starlark.Value))
}

// TableSize is the size in bytes of a dict or set with its table.
func TableSize[T starlark.Dict | starlark.Set](x *T) int64 {
	return int64(len(*(*[]struct{})(unsafe.Add(unsafe.Pointer(x), tableOffset)))) * int64(bucketSize)
}

// ChargeDict is Charge for the table that d will need if it is full and gets
// another key.
func ChargeDict(t *Thread, d *starlark.Dict) error {
	return Charge(t, tableGrowth(d.Len(), unsafe.Pointer(d)))
}

// maxMeteredBits is how large an int an isolate with limits makes: arithmetic on
// one this large takes some tens of milliseconds, and nothing can stop that.
const maxMeteredBits = 1 << 23

// ChargeBits is Charge for an int of so many bits.
func ChargeBits(t *Thread, bits int64) error {
	if bits > maxMeteredBits && t != nil && t.Isolate().Metered() {
		return Raise(MemoryError, "")
	}
	return Charge(t, bits/8)
}

// maxSlowBits is the same for functions that take the square of its time.
const maxSlowBits = 1 << 18

// ChargeSlow is ChargeBits for functions whose time grows with the square of the
// number of bits.
func ChargeSlow(t *Thread, bits int) error {
	if bits > maxSlowBits && t != nil && t.Isolate().Metered() {
		return Raise(MemoryError, "")
	}
	return nil
}

// maxMeteredSource is how much source text an isolate with limits compiles at
// once, and sourceFactor what a byte of it needs in memory meanwhile.
const (
	maxMeteredSource = 1 << 20
	sourceFactor     = 200
)

// ChargeSource is Charge for source text of n bytes that is about to be compiled,
// which nothing can stop.
func ChargeSource(t *Thread, n int) error {
	if n > maxMeteredSource && t.Isolate().Metered() {
		return Raise(MemoryError, "")
	}
	return Charge(t, int64(n)*sourceFactor)
}

// chargeBinary is asked before a OP b on built-in values.
func chargeBinary(t *Thread, op Op, a, b starlark.Value) error {
	switch op {
	case syntax.STAR:
		x, xok := a.(starlark.Int)
		y, yok := b.(starlark.Int)
		switch {
		case xok && yok:
			return ChargeBits(t, int64(bitLen(x)+bitLen(y)))
		case xok:
			return chargeTimes(t, SizeOf(b), x)
		case yok:
			return chargeTimes(t, SizeOf(a), y)
		}
	case syntax.PLUS, syntax.PIPE, syntax.CIRCUMFLEX:
		return Charge(t, SizeOf(a)+SizeOf(b))
	case syntax.MINUS, syntax.AMP:
		return Charge(t, SizeOf(a))
	}
	return nil
}

func bitLen(x starlark.Int) int {
	if n, ok := x.Int64(); ok {
		if n < 0 {
			n = -n
		}
		bits := 0
		for ; n != 0; n >>= 1 {
			bits++
		}
		return bits
	}
	return x.BigInt().BitLen()
}

func chargeTimes(t *Thread, size int64, n starlark.Int) error {
	k, ok := n.Int64()
	if size == 0 || ok && k <= 1 {
		return Charge(t, size)
	}
	if !ok || k > math.MaxInt64/size {
		return nil // the operation itself says what is wrong
	}
	return Charge(t, size*k)
}
