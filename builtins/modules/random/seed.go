package random

// This file defines how a seed becomes a state, and states as scripts see them.

import (
	"crypto/sha512"
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/types"
)

// seedInt seeds with the absolute value of an integer.
func (m *twister) seedInt(n *big.Int) {
	b := n.Bytes() // of the absolute value, most significant first
	key := make([]uint32, max(1, (len(b)+3)/4))
	for i, v := range b {
		at := len(b) - 1 - i
		key[at/4] |= uint32(v) << (at % 4 * 8)
	}
	m.seedKey(key)
}

func (m *twister) seedSystem(t *thread) error {
	var b [stateSize * 4]byte
	if err := permit.Random(t, b[:]); err != nil {
		return err
	}
	key := make([]uint32, stateSize)
	for i := range key {
		key[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	m.seedKey(key)
	return nil
}

// seedBytes is how version 2 takes text and bytes: followed by their SHA-512.
func (m *twister) seedBytes(b []byte) {
	sum := sha512.Sum512(b)
	m.seedInt(new(big.Int).SetBytes(append(b[:len(b):len(b)], sum[:]...)))
}

// seedOld is how version 1 takes text and bytes: a string hash of old.
func (m *twister) seedOld(codes []rune) {
	var x uint64
	if len(codes) > 0 {
		x = uint64(codes[0]) << 7
	}
	for _, c := range codes {
		x = 1000003*x ^ uint64(c)
	}
	x ^= uint64(len(codes))
	m.seedInt(new(big.Int).SetUint64(x))
}

// hashFloat is CPython's hash of a float: its value modulo 2**61-1.
func hashFloat(f float64) uint64 {
	const prime = 1<<61 - 1
	switch {
	case math.IsInf(f, 1):
		return 314159
	case math.IsInf(f, -1):
		return ^uint64(314159) + 1
	case math.IsNaN(f):
		return 0
	}
	m, e := math.Frexp(math.Abs(f))
	n := uint64(m * (1 << 53)) // exact
	e -= 53
	// 2**61 is 1 modulo the prime, so a shift is a rotation of 61 bits.
	shift := ((e % 61) + 61) % 61
	hi, lo := bits.Mul64(n, 1<<shift)
	x := lo&prime + (hi<<3 | lo>>61)
	x = x&prime + x>>61
	if x == prime {
		x = 0
	}
	if f < 0 {
		x = -x
		if x == math.MaxUint64 {
			x--
		}
	}
	return x
}

func runes(s string) []rune {
	var out []rune
	for _, r := range s {
		out = append(out, r)
	}
	return out
}

// seed is Random.seed.
func (g *generator) seed(t *thread, a value, version int) error {
	g.hasGauss = false
	switch v := object.Base(a).(type) {
	case starlark.NoneType:
		return g.seedSystem(t)
	case starlark.Int:
		g.seedInt(v.BigInt())
	case starlark.Bool:
		n, _ := object.BigInt(v)
		g.seedInt(n)
	case starlark.Float:
		g.seedInt(new(big.Int).SetUint64(hashFloat(float64(v))))
	case starlark.String:
		if version == 1 {
			g.seedOld(runes(string(v)))
		} else {
			g.seedBytes([]byte(v))
		}
	default:
		b, ok := types.BytesLike(a)
		if !ok {
			return object.Raise(object.TypeError, "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
		}
		if version == 1 {
			if _, mutable := object.Base(a).(*types.Bytearray); mutable {
				return object.Raise(object.TypeError, "unhashable type: 'bytearray'")
			}
			var codes []rune
			for i := range len(b) {
				codes = append(codes, rune(b[i]))
			}
			g.seedOld(codes)
		} else {
			g.seedBytes([]byte(b))
		}
	}
	return nil
}

func (g *generator) getState() value {
	words := make(starlark.Tuple, stateSize+1)
	for i, w := range g.state {
		words[i] = starlark.MakeUint(uint(w))
	}
	words[stateSize] = starlark.MakeInt(g.next)
	next := value(starlark.None)
	if g.hasGauss {
		next = starlark.Float(g.gauss)
	}
	return starlark.Tuple{starlark.MakeInt(3), words, next}
}

func (g *generator) setState(t *thread, v value) error {
	parts, err := object.Slice(t, v)
	if err != nil {
		return err
	}
	if len(parts) == 0 {
		return object.Raise(object.IndexError, "tuple index out of range")
	}
	if version, ok := parts[0].(starlark.Int); !ok || version != starlark.MakeInt(3) && version != starlark.MakeInt(2) {
		s, err := object.Str(t, parts[0])
		if err != nil {
			return err
		}
		return object.Raise(object.ValueError, "state with version %s passed to Random.setstate() of version 3", s)
	}
	if len(parts) != 3 {
		if len(parts) < 3 {
			return object.Raise(object.ValueError, "not enough values to unpack (expected 3, got %d)", len(parts))
		}
		return object.Raise(object.ValueError, "too many values to unpack (expected 3)")
	}
	words, ok := parts[1].(starlark.Tuple)
	if !ok {
		return object.Raise(object.TypeError, "state vector must be a tuple")
	}
	if len(words) != stateSize+1 {
		return object.Raise(object.ValueError, "state vector is the wrong size")
	}
	var state [stateSize]uint32
	for i := range state {
		n, err := object.Index(t, words[i])
		if err != nil {
			return err
		}
		w, ok := n.Uint64()
		if !ok {
			if n.Sign() < 0 {
				return object.Raise(object.OverflowError, "can't convert negative int to unsigned")
			}
			return object.Raise(object.OverflowError, "Python int too large to convert to C unsigned long")
		}
		state[i] = uint32(w)
	}
	next, err := object.Int(t, words[stateSize])
	if err != nil {
		return err
	}
	if next < 0 || next > stateSize {
		return object.Raise(object.ValueError, "invalid state")
	}
	g.state, g.next, g.hasGauss = state, next, false
	if parts[2] != starlark.None {
		if g.gauss, err = object.Float(t, parts[2]); err != nil {
			return err
		}
		g.hasGauss = true
	}
	return nil
}
