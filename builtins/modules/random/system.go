package random

// This file defines SystemRandom.

import (
	"encoding/binary"
	"math/big"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/permit"
)

var systemClass = object.NewClass(object.Spec{
	Name: "SystemRandom", Module: "random", Base: randomClass, Python: true,
	Doc: "Alternate random number generator using sources provided\nby the operating system (such as /dev/urandom on Unix or\nCryptGenRandom on Windows).",
})

func systemFloat(t *thread) (float64, error) {
	var b [8]byte
	err := permit.Random(t, b[:])
	return float64(binary.LittleEndian.Uint64(b[:])>>11) / (1 << 53), err
}

func systemBits(t *thread, k int) (*big.Int, error) {
	b := make([]byte, (k+7)/8)
	err := permit.Random(t, b)
	n := new(big.Int).SetBytes(b)
	return n.Rsh(n, uint(8*len(b)-k)), err
}

func init() {
	systemClass.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return object.Make(c, t, &generator{system: true}), nil
	}
	stateless := func(t *thread, a args) (value, error) {
		return nil, object.Raise(object.NotImplementedError, "System entropy source does not have a state.")
	}
	systemClass.AddMethods(
		object.Def{Sig: "def random(self)", Doc: "Get the next random number in the range 0.0 <= X < 1.0.", Fn: func(t *thread, a args) (value, error) {
			f, err := systemFloat(t)
			return starlark.Float(f), err
		}},
		object.Def{Sig: "def getrandbits(self, k)", Doc: "getrandbits(k) -> x.  Generates an int with k random bits.", Fn: func(t *thread, a args) (value, error) {
			k, err := object.Int(t, a[1])
			switch {
			case err != nil:
				return nil, err
			case k < 0:
				return nil, object.Raise(object.ValueError, "number of bits must be non-negative")
			case k > maxBits:
				return nil, object.Raise(object.MemoryError, "")
			}
			if err := object.ChargeBits(t, int64(k)); err != nil {
				return nil, err
			}
			n, err := systemBits(t, k)
			return starlark.MakeBigInt(n), err
		}},
		object.Def{Sig: "def seed(self, *args, **kwds)", Doc: "Stub method.  Not used for a system random number generator.", Fn: func(t *thread, a args) (value, error) { return starlark.None, nil }},
		object.Def{Sig: "def getstate(self, *args, **kwds)", Fn: stateless},
		object.Def{Sig: "def setstate(self, *args, **kwds)", Fn: stateless},
	)
}
