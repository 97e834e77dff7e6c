package random

// This file defines the class Random, the hidden instance whose methods are the
// module's functions, and what the methods draw from.

import (
	"math/big"
	"math/bits"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

var randomClass = object.NewClass(object.Spec{
	Name: "Random", Module: "random", Python: true,
	Doc: "Random number generator base class used by bound module functions.",
})

// A generator is the State of a Random.
type generator struct {
	twister
	gauss    float64 // the second of a pair
	hasGauss bool
	system   bool // SystemRandom: no state
}

// A source is what the methods draw from: the generator, or the methods that a
// subclass defines in its place.
type source struct {
	t *thread
	x *object.Instance
	*generator
	ownRandom, ownBits bool
}

func sourceOf(t *thread, v value) source {
	x := v.(*object.Instance)
	s := source{t: t, x: x, generator: x.State.(*generator)}
	if x.Class() != randomClass && x.Class() != systemClass {
		s.ownRandom, s.ownBits = overridden(x, "random"), overridden(x, "getrandbits")
	}
	return s
}

func overridden(x *object.Instance, name string) bool {
	m := x.Class().Lookup(name)
	return m != nil && !object.IsNativeMethod(m)
}

// random is self.random().
func (s *source) random() (float64, error) {
	switch {
	case s.ownRandom:
		v, err := object.CallMethod(s.t, s.x, "random")
		if err != nil {
			return 0, err
		}
		return object.Float(s.t, v)
	case s.system:
		return systemFloat(s.t)
	}
	return s.float(), nil
}

// below returns a number in [0, n) for n > 0, as _randbelow does.
func (s *source) below(n uint64) (uint64, error) {
	if s.ownRandom || s.ownBits {
		v, err := s.bigBelow(new(big.Int).SetUint64(n))
		if err != nil {
			return 0, err
		}
		return v.Uint64(), nil
	}
	k := bits.Len64(n)
	for {
		var r uint64
		if s.system {
			n, err := systemBits(s.t, k)
			if err != nil {
				return 0, err
			}
			r = n.Uint64()
		} else {
			r = s.bits(k)
		}
		if r < n {
			return r, nil
		}
	}
}

// bigBelow is below for numbers of any size, and for subclasses.
func (s *source) bigBelow(n *big.Int) (*big.Int, error) {
	if s.ownRandom && !s.ownBits {
		return s.belowByRandom(n)
	}
	k := n.BitLen()
	for {
		r, err := s.getBits(k)
		if err != nil {
			return nil, err
		}
		if r.Cmp(n) < 0 {
			return r, nil
		}
	}
}

// belowByRandom serves subclasses that define random alone.
func (s *source) belowByRandom(n *big.Int) (*big.Int, error) {
	const limit = 1 << 53
	if n.Cmp(big.NewInt(limit)) >= 0 {
		f, err := s.random()
		if err != nil {
			return nil, err
		}
		v, _ := new(big.Float).Mul(new(big.Float).SetFloat64(f), new(big.Float).SetInt(n)).Int(nil)
		return v, nil
	}
	m := n.Int64()
	rem := int64(limit) % m
	bound := float64(limit-rem) / limit
	r, err := s.random()
	for err == nil && r >= bound {
		r, err = s.random()
	}
	if err != nil {
		return nil, err
	}
	return big.NewInt(int64(r*limit) % m), nil
}

// getBits is self.getrandbits(k).
func (s *source) getBits(k int) (*big.Int, error) {
	switch {
	case s.ownBits:
		v, err := object.CallMethod(s.t, s.x, "getrandbits", starlark.MakeInt(k))
		if err != nil {
			return nil, err
		}
		n, err := object.Index(s.t, v)
		if err != nil {
			return nil, err
		}
		return n.BigInt(), nil
	case s.system:
		return systemBits(s.t, k)
	}
	return s.bigBits(k), nil
}

// bigBits returns k bits; the first 32 are the lowest.
func (m *twister) bigBits(k int) *big.Int {
	n := (k + 31) / 32
	b := make([]byte, 4*n)
	for i := range n {
		w := m.word()
		if left := k - 32*i; left < 32 {
			w >>= 32 - left
		}
		at := len(b) - 4*i
		b[at-1], b[at-2], b[at-3], b[at-4] = byte(w), byte(w>>8), byte(w>>16), byte(w>>24)
	}
	return new(big.Int).SetBytes(b)
}

// maxBits bounds what getrandbits and randbytes may make.
const maxBits = 1 << 31

func init() {
	randomClass.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return object.Make(c, t, new(generator)), nil
	}
	gen := func(v value) *generator { return v.(*object.Instance).State.(*generator) }
	none := func(err error) (value, error) { return starlark.None, err }
	version := func(t *thread, v value) (int, error) {
		if n, ok := v.(starlark.Int); ok {
			i, _ := n.Int64()
			return int(i), nil
		}
		return 2, nil
	}
	randomClass.AddMethods(
		object.Def{Sig: "def __init__(self, x=None)", Fn: func(t *thread, a args) (value, error) {
			_, err := object.CallMethod(t, a[0], "seed", a[1])
			return none(err)
		}},
		object.Def{Sig: "def seed(self, a=None, version=2)", Doc: "Initialize internal state from a seed.\n\nThe only supported seed types are None, int, float,\nstr, bytes, and bytearray.", Fn: func(t *thread, a args) (value, error) {
			v, err := version(t, a[2])
			if err != nil {
				return nil, err
			}
			return none(gen(a[0]).seed(t, a[1], v))
		}},
		object.Def{Sig: "random(self, /)", Doc: "random() -> x in the interval [0, 1).", Fn: func(t *thread, a args) (value, error) {
			return starlark.Float(gen(a[0]).float()), nil
		}},
		object.Def{Sig: "getrandbits(self, k, /)", Doc: "getrandbits(k) -> x.  Generates an int with k random bits.", Fn: func(t *thread, a args) (value, error) {
			k, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			switch {
			case k < 0:
				return nil, object.Raise(object.ValueError, "number of bits must be non-negative")
			case k == 0:
				return starlark.MakeInt(0), nil
			case k <= 64:
				return starlark.MakeUint64(gen(a[0]).bits(k)), nil
			case k > maxBits:
				return nil, object.Raise(object.MemoryError, "")
			}
			if err := object.ChargeBits(t, int64(k)); err != nil {
				return nil, err
			}
			return starlark.MakeBigInt(gen(a[0]).bigBits(k)), nil
		}},
		object.Def{Sig: "def getstate(self)", Doc: "Return internal state; can be passed to setstate() later.", Fn: func(t *thread, a args) (value, error) {
			return gen(a[0]).getState(), nil
		}},
		object.Def{Sig: "def setstate(self, state)", Doc: "Restore internal state from object returned by getstate().", Fn: func(t *thread, a args) (value, error) {
			return none(gen(a[0]).setState(t, a[1]))
		}},
		object.Def{Sig: "def __getstate__(self)", Fn: func(t *thread, a args) (value, error) { return object.CallMethod(t, a[0], "getstate") }},
		object.Def{Sig: "def __setstate__(self, state)", Fn: func(t *thread, a args) (value, error) { return object.CallMethod(t, a[0], "setstate", a[1]) }},
		object.Def{Sig: "def __reduce__(self)", Fn: func(t *thread, a args) (value, error) {
			state, err := object.CallMethod(t, a[0], "getstate")
			return starlark.Tuple{object.ClassOf(a[0]), starlark.Tuple(nil), state}, err
		}},
	)
	randomClass.SetAttrValue("VERSION", starlark.MakeInt(3))
	randomClass.AddAttrs(object.Attr{Name: "gauss_next",
		Get: func(t *thread, self value) (value, error) {
			if g := gen(self); g.hasGauss {
				return starlark.Float(g.gauss), nil
			}
			return starlark.None, nil
		},
		Set: func(t *thread, self, v value) error {
			g := gen(self)
			g.hasGauss = v != starlark.None
			if !g.hasGauss {
				return nil
			}
			f, err := object.Float(t, v)
			g.gauss = f
			return err
		},
	})
	registry.Register(&registry.Module{
		Name: "random", Doc: "Random variable generators.",
		Classes: []*object.Class{randomClass, systemClass},
		Values:  map[string]value{"NV_MAGICCONST": starlark.Float(normalMagic), "LOG4": starlark.Float(log4), "SG_MAGICCONST": starlark.Float(gammaMagic), "TWOPI": starlark.Float(twoPi), "BPF": starlark.MakeInt(53), "RECIP_BPF": starlark.Float(1.0 / (1 << 53))},
		Init: func(t *thread, m *object.Module) error {
			g := new(generator)
			if err := g.seedSystem(t); err != nil {
				return err
			}
			hidden := object.Make(randomClass, t, g)
			m.Vars.Set("_inst", hidden)
			var names starlark.Tuple
			for _, name := range []string{
				"seed", "random", "uniform", "triangular", "randint", "choice", "randrange", "sample", "shuffle", "choices",
				"normalvariate", "lognormvariate", "expovariate", "vonmisesvariate", "gammavariate", "gauss", "betavariate",
				"binomialvariate", "paretovariate", "weibullvariate", "getstate", "setstate", "getrandbits", "randbytes",
			} {
				m.Vars.Set(name, &object.BoundMethod{Self: hidden, Fn: randomClass.Lookup(name)})
				names = append(names, starlark.String(name))
			}
			m.Vars.Set("__all__", append(names, starlark.String("Random"), starlark.String("SystemRandom")))
			return nil
		},
	})
}
