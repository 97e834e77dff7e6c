package hashlib

// This file defines shake_128 and shake_256, whose digests have any length, and
// scrypt.

import (
	"context"
	stretch "crypto/pbkdf2"
	"crypto/sha256"
	"crypto/sha3"
	"encoding/binary"
	"encoding/hex"
	"math/bits"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

var shakeClass = object.NewClass(object.Spec{Name: "HASHXOF", Module: "_hashlib", Final: true})

// A shake is the State of a hash with digests of any length.
type shake struct {
	name string
	h    *sha3.SHAKE
}

func makeShake(name string) *shake {
	if name == "shake_128" {
		return &shake{name, sha3.NewSHAKE128()}
	}
	return &shake{name, sha3.NewSHAKE256()}
}

func (s *shake) clone() *shake {
	c := makeShake(s.name)
	if b, err := s.h.MarshalBinary(); err == nil {
		c.h.UnmarshalBinary(b)
	}
	return c
}

func newShake(t *thread, name string, data value) (value, error) {
	s := makeShake(name)
	x := object.Make(shakeClass, t, s)
	if data == nil {
		return x, nil
	}
	return x, update(t, s.h, data)
}

func (s *shake) digest(t *thread, v value) ([]byte, error) {
	n, err := object.Int(t, v)
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, object.Raise(object.ValueError, "value must be positive")
	}
	if n > types.MaxBytes(t)/2 {
		return nil, object.Raise(object.MemoryError, "")
	}
	out := make([]byte, n)
	c := s.clone()
	return out, t.Block(func(context.Context) error {
		c.h.Read(out)
		return nil
	})
}

func init() {
	self := func(v value) *shake { return v.(*object.Instance).State.(*shake) }
	shakeClass.AddMethods(
		object.Def{Sig: "update(self, obj, /)", Fn: func(t *thread, a args) (value, error) { return starlark.None, update(t, self(a[0]).h, a[1]) }},
		object.Def{Sig: "digest(self, length)", Fn: func(t *thread, a args) (value, error) {
			b, err := self(a[0]).digest(t, a[1])
			return object.MakeBytes(string(b)), err
		}},
		object.Def{Sig: "hexdigest(self, length)", Fn: func(t *thread, a args) (value, error) {
			b, err := self(a[0]).digest(t, a[1])
			return starlark.String(hex.EncodeToString(b)), err
		}},
		object.Def{Sig: "copy(self, /)", Fn: func(t *thread, a args) (value, error) {
			return object.Make(shakeClass, t, self(a[0]).clone()), nil
		}},
	)
	shakeClass.AddAttrs(
		object.Attr{Name: "name", Get: func(t *thread, v value) (value, error) { return starlark.String(self(v).name), nil }},
		object.Attr{Name: "digest_size", Get: func(t *thread, v value) (value, error) { return starlark.MakeInt(0), nil }},
		object.Attr{Name: "block_size", Get: func(t *thread, v value) (value, error) { return starlark.MakeInt(self(v).h.BlockSize()), nil }},
	)
}

// scrypt is hashlib.scrypt (RFC 7914).
func scrypt(t *thread, a args) (value, error) {
	var texts [2]string
	for i, v := range []value{a[0], a[1]} {
		if v == nil {
			return nil, object.Raise(object.TypeError, "salt is required")
		}
		s, ok := types.BytesLike(v)
		if !ok {
			return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
		}
		texts[i] = s
	}
	var n [5]int
	for i := range n {
		if a[2+i] == nil {
			return nil, object.Raise(object.TypeError, "n is required and must be an unsigned int")
		}
		var err error
		if n[i], err = object.Int(t, a[2+i]); err != nil {
			return nil, err
		}
	}
	cost, r, p, most, size := n[0], n[1], n[2], n[3], n[4]
	switch {
	case cost < 2 || cost&(cost-1) != 0:
		return nil, object.Raise(object.ValueError, "n must be a power of 2.")
	case size < 1:
		return nil, object.Raise(object.ValueError, "dklen must be greater than 0 and smaller than 2147483647")
	case most < 0:
		return nil, object.Raise(object.ValueError, "maxmem must be positive and smaller than 2147483647")
	}
	if most == 0 {
		most = 32 << 20
	}
	if r < 1 || p < 1 || r > 1<<20 || p > 1<<20 || cost > 1<<40 || 128*r*(cost+p+2) > most || size > types.MaxBytes(t) {
		return nil, object.Raise(object.ValueError, "Invalid parameter combination for n, r, p, maxmem.")
	}
	var key []byte
	err := t.Block(func(ctx context.Context) (err error) {
		key, err = scryptKey(ctx, texts[0], []byte(texts[1]), cost, r, p, size)
		return err
	})
	return object.MakeBytes(string(key)), err
}

func scryptKey(ctx context.Context, password string, salt []byte, cost, r, p, size int) ([]byte, error) {
	b, err := stretch.Key(sha256.New, password, salt, 1, p*128*r)
	if err != nil {
		return nil, err
	}
	words := 32 * r
	v, x, y := make([]uint32, cost*words), make([]uint32, words), make([]uint32, words)
	for i := range p {
		part := b[i*128*r:]
		for k := range x {
			x[k] = binary.LittleEndian.Uint32(part[4*k:])
		}
		for k := range cost {
			if k%256 == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			copy(v[k*words:], x)
			blockMix(x, y, r)
		}
		for k := range cost {
			if k%256 == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			j := int(x[words-16]) & (cost - 1)
			for w := range x {
				x[w] ^= v[j*words+w]
			}
			blockMix(x, y, r)
		}
		for k := range x {
			binary.LittleEndian.PutUint32(part[4*k:], x[k])
		}
	}
	return stretch.Key(sha256.New, password, b, 1, size)
}

// blockMix is scryptBlockMix on x, with y as room.
func blockMix(x, y []uint32, r int) {
	var s [16]uint32
	copy(s[:], x[len(x)-16:])
	for i := range 2 * r {
		for k := range s {
			s[k] ^= x[i*16+k]
		}
		salsa8(&s)
		copy(y[(i/2+i%2*r)*16:], s[:])
	}
	copy(x, y)
}

func salsa8(b *[16]uint32) {
	x := *b
	quarter := func(i, j, k, l int) {
		x[j] ^= bits.RotateLeft32(x[i]+x[l], 7)
		x[k] ^= bits.RotateLeft32(x[j]+x[i], 9)
		x[l] ^= bits.RotateLeft32(x[k]+x[j], 13)
		x[i] ^= bits.RotateLeft32(x[l]+x[k], 18)
	}
	for range 4 {
		quarter(0, 4, 8, 12)
		quarter(5, 9, 13, 1)
		quarter(10, 14, 2, 6)
		quarter(15, 3, 7, 11)
		quarter(0, 1, 2, 3)
		quarter(5, 6, 7, 4)
		quarter(10, 11, 8, 9)
		quarter(15, 12, 13, 14)
	}
	for i := range b {
		b[i] += x[i]
	}
}
