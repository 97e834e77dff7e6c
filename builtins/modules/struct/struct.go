// Package structs is the module struct, written in the language itself (struct.py).
package structs

import (
	_ "embed"
	"encoding/binary"
	"math"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

//go:embed struct.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "struct", Doc: "Functions to convert between Python values and C structs.", Source: source, Funcs: []object.Def{
		{Sig: "_pack_float(x, size, big, /)", Fn: packFloat},
		{Sig: "_unpack_float(data, big, /)", Fn: unpackFloat},
	}})
}

func order(v starlark.Value) binary.ByteOrder {
	if v == starlark.True {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

func packFloat(t *object.Thread, a object.Args) (starlark.Value, error) {
	x, err := object.Float(t, a[0])
	if err != nil {
		return nil, err
	}
	size, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	b := make([]byte, size)
	switch size {
	case 8:
		order(a[2]).PutUint64(b, math.Float64bits(x))
	case 4:
		f := float32(x)
		if math.IsInf(float64(f), 0) && !math.IsInf(x, 0) {
			return nil, object.Raise(object.OverflowError, "float too large to pack with f format")
		}
		order(a[2]).PutUint32(b, math.Float32bits(f))
	case 2:
		h, ok := toHalf(x)
		if !ok {
			return nil, object.Raise(object.OverflowError, "float too large to pack with e format")
		}
		order(a[2]).PutUint16(b, h)
	}
	return object.MakeBytes(string(b)), nil
}

// toHalf rounds to half precision, ties to even.
func toHalf(x float64) (uint16, bool) {
	sign := uint16(0)
	if math.Signbit(x) {
		sign, x = 0x8000, -x
	}
	switch {
	case x != x:
		return sign | 0x7e00, true
	case math.IsInf(x, 0):
		return sign | 0x7c00, true
	case x < math.Ldexp(1, -14):
		return sign | uint16(math.RoundToEven(math.Ldexp(x, 24))), true
	}
	f, e := math.Frexp(x)
	m := math.RoundToEven(math.Ldexp(f, 11))
	if m == 2048 {
		m, e = 1024, e+1
	}
	if e > 16 {
		return 0, false
	}
	return sign | uint16(e+14)<<10 | uint16(m)&0x3ff, true
}

func unpackFloat(t *object.Thread, a object.Args) (starlark.Value, error) {
	s, _ := types.BytesLike(a[0])
	b := []byte(s)
	switch len(b) {
	case 8:
		return starlark.Float(math.Float64frombits(order(a[1]).Uint64(b))), nil
	case 4:
		return starlark.Float(math.Float32frombits(order(a[1]).Uint32(b))), nil
	}
	h := order(a[1]).Uint16(b)
	e, m := int(h>>10&31), float64(h&0x3ff)
	x := math.Ldexp(m, -24)
	switch {
	case e == 31 && m == 0:
		x = math.Inf(1)
	case e == 31:
		x = math.NaN()
	case e > 0:
		x = math.Ldexp(1024+m, e-25)
	}
	if h&0x8000 != 0 {
		x = -x
	}
	return starlark.Float(x), nil
}
