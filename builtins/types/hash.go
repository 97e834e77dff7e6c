package types

// This file defines hash() with CPython's values for numbers, None and tuples
// (Python/pyhash.c, Objects/tupleobject.c). Those of text and bytes, which
// CPython draws anew for each process, are the same in every process.

import (
	"math"
	"math/big"
	"math/bits"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

const (
	hashBits    = 61
	hashModulus = 1<<hashBits - 1
	hashImag    = 1000003
	hashNone    = 0xFCA86420
)

// Hasher is implemented by values of other packages and files that know their
// Python hash.
type Hasher interface {
	PyHash(t *thread) (int64, error)
}

// Hash returns hash(v).
func Hash(t *thread, v value) (int64, error) {
	switch x := v.(type) {
	case starlark.Int:
		return hashInt(x), nil
	case starlark.Bool:
		return boolInt(x), nil
	case starlark.Float:
		return hashFloat(float64(x)), nil
	case Complex:
		return hashComplex(complex128(x)), nil
	case starlark.String:
		return hashText(string(x)), nil
	case Bytes:
		return hashText(string(x)), nil
	case starlark.Bytes:
		return hashText(string(x)), nil
	case starlark.NoneType:
		return hashNone, nil
	case starlark.Tuple:
		return hashTuple(t, x)
	case *starlark.List, *starlark.Dict, *starlark.Set, *Bytearray:
		return 0, unhashable(v)
	case *object.Instance:
		return hashInstance(t, x)
	case *Frozenset:
		return hashFrozenset(t, x)
	case *Range:
		return hashTuple(t, x.key())
	case *object.SliceValue:
		return hashTuple(t, starlark.Tuple{x.Start, x.Stop, x.Step})
	case Hasher:
		return x.PyHash(t)
	}
	switch m := object.ClassOf(v).Lookup("__hash__").(type) {
	case starlark.NoneType:
		return 0, unhashable(v)
	case *object.Func:
		if _, ours := v.(object.Typed); ours && m.Owner() == object.ObjectType {
			return hashIdentity(v), nil
		}
	}
	h, err := v.Hash()
	if err != nil {
		if object.IsException(err, object.BaseException) {
			return 0, err
		}
		return 0, unhashable(v)
	}
	return int64(h), nil
}

func unhashable(v value) error {
	return object.Raise(object.TypeError, "unhashable type: '%s'", object.TypeName(v))
}

func hashInstance(t *thread, x *object.Instance) (int64, error) {
	m := x.Class().Lookup("__hash__")
	if m == starlark.None {
		return 0, unhashable(x)
	}
	if f, ok := m.(*object.Func); m == nil || ok && f.Owner() == object.ObjectType {
		return hashIdentity(x), nil
	}
	r, _, err := object.CallSpecial(t, x, "__hash__")
	if err != nil {
		return 0, err
	}
	n, ok := asInt(r)
	if !ok {
		return 0, object.Raise(object.TypeError, "__hash__ method should return an integer")
	}
	if i, ok := n.Int64(); ok {
		return noMinusOne(i), nil
	}
	return hashInt(n), nil
}

// hashIdentity is object.__hash__: the address without the bits that are always
// 0.
func hashIdentity(v value) int64 { return int64(object.Address(v) >> 4) }

// noMinusOne keeps -1 free, which means an error in CPython.
func noMinusOne(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

func hashInt(x starlark.Int) int64 {
	var h int64
	if n, ok := x.Int64(); ok {
		if h = n % hashModulus; h == -1 {
			return -2
		}
		return h
	}
	b := x.BigInt()
	m := new(big.Int).Mod(new(big.Int).Abs(b), big.NewInt(hashModulus))
	h = m.Int64()
	if b.Sign() < 0 {
		h = -h
	}
	return noMinusOne(h)
}

// hashFloat is _Py_HashDouble: the float as a fraction modulo the prime, so that
// equal ints hash equally.
func hashFloat(f float64) int64 {
	switch {
	case f != f:
		return 0 // CPython: by identity, which a float has none of here
	case math.IsInf(f, 1):
		return 314159
	case math.IsInf(f, -1):
		return -314159
	}
	m, e := math.Frexp(f)
	negative := m < 0
	if negative {
		m = -m
	}
	var x uint64
	for m != 0 {
		x = (x<<28)&hashModulus | x>>(hashBits-28)
		m *= 1 << 28
		e -= 28
		y := uint64(m)
		m -= float64(y)
		x += y
		if x >= hashModulus {
			x -= hashModulus
		}
	}
	if e >= 0 {
		e %= hashBits
	} else {
		e = hashBits - 1 - (-1-e)%hashBits
	}
	x = (x<<e)&hashModulus | x>>(hashBits-e)
	h := int64(x)
	if negative {
		h = -h
	}
	return noMinusOne(h)
}

func hashComplex(z complex128) int64 {
	return noMinusOne(hashFloat(real(z)) + hashImag*hashFloat(imag(z)))
}

// hashText is 64-bit FNV-1a with a final mix; empty text hashes to 0 as in
// CPython.
func hashText(s string) int64 {
	if s == "" {
		return 0
	}
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	h ^= h >> 29
	return noMinusOne(int64(h))
}

// hashTuple is CPython's variant of xxHash.
func hashTuple(t *thread, tuple starlark.Tuple) (int64, error) {
	const (
		prime1 = 11400714785074694791
		prime2 = 14029467366897019727
		prime5 = 2870177450012600261
	)
	if err := object.Enter(t, " while calling a Python object"); err != nil {
		return 0, err
	}
	defer object.Leave(t)
	acc := uint64(prime5)
	for _, v := range tuple {
		h, err := Hash(t, v)
		if err != nil {
			return 0, err
		}
		acc += uint64(h) * prime2
		acc = bits.RotateLeft64(acc, 31) * prime1
	}
	acc += uint64(len(tuple)) ^ (prime5 ^ 3527539)
	if acc == math.MaxUint64 {
		acc = 1546275796
	}
	return int64(acc), nil
}

// hashFrozenset is CPython's frozenset_hash.
func hashFrozenset(t *thread, f *Frozenset) (int64, error) {
	shuffle := func(h uint64) uint64 { return ((h ^ 89869747) ^ (h << 16)) * 3644798167 }
	var acc uint64
	n := 0
	for _, e := range object.Members(f.set) {
		h, err := Hash(t, e)
		if err != nil {
			return 0, err
		}
		acc ^= shuffle(uint64(h))
		n++
	}
	acc ^= uint64(n+1) * 1927868237
	acc ^= acc>>11 ^ acc>>25
	acc = acc*69069 + 907133923
	if acc == math.MaxUint64 {
		acc = 590923713
	}
	return int64(acc), nil
}
