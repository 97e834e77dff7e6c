package hashlib

// This file defines blake2b and blake2s (RFC 7693) with all their parameters;
// the packages of Go's own have neither salt nor person nor trees.

import (
	"encoding/binary"
	"encoding/hex"
	"math/bits"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

var sigma = [10][16]uint8{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

var (
	iv64 = [8]uint64{0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}
	iv32 = [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
)

// A blake is a hash.Hash of either kind: wide is blake2b.
type blake struct {
	wide     bool
	h64      [8]uint64
	h32      [8]uint32
	t        uint64 // bytes hashed; 2**64 are never reached
	buf      [128]byte
	n        int // of buf
	size     int
	lastNode bool
	start    *blake
}

func (b *blake) block() int {
	if b.wide {
		return 128
	}
	return 64
}

// Size, BlockSize and the rest implement hash.Hash.
func (b *blake) Size() int      { return b.size }
func (b *blake) BlockSize() int { return b.block() }
func (b *blake) Reset()         { *b = *b.start }

func (b *blake) Write(p []byte) (int, error) {
	written := len(p)
	block := b.block()
	for len(p) > 0 {
		if b.n == block {
			// The last block is marked, so it waits until there is another.
			b.t += uint64(block)
			b.compress(false)
			b.n = 0
		}
		k := copy(b.buf[b.n:block], p)
		b.n += k
		p = p[k:]
	}
	return written, nil
}

func (b *blake) Sum(out []byte) []byte {
	c := *b
	c.t += uint64(c.n)
	clear(c.buf[c.n:])
	c.compress(true)
	var sum [64]byte
	for i := range 8 {
		if c.wide {
			binary.LittleEndian.PutUint64(sum[i*8:], c.h64[i])
		} else {
			binary.LittleEndian.PutUint32(sum[i*4:], c.h32[i])
		}
	}
	return append(out, sum[:c.size]...)
}

func (b *blake) compress(last bool) {
	if b.wide {
		b.compress64(last)
	} else {
		b.compress32(last)
	}
}

func (b *blake) compress64(last bool) {
	var v, m [16]uint64
	for i := range m {
		m[i] = binary.LittleEndian.Uint64(b.buf[i*8:])
	}
	copy(v[:], b.h64[:])
	copy(v[8:], iv64[:])
	v[12] ^= b.t
	if last {
		v[14] = ^v[14]
		if b.lastNode {
			v[15] = ^v[15]
		}
	}
	g := func(i, j, k, l int, x, y uint64) {
		v[i] += v[j] + x
		v[l] = bits.RotateLeft64(v[l]^v[i], -32)
		v[k] += v[l]
		v[j] = bits.RotateLeft64(v[j]^v[k], -24)
		v[i] += v[j] + y
		v[l] = bits.RotateLeft64(v[l]^v[i], -16)
		v[k] += v[l]
		v[j] = bits.RotateLeft64(v[j]^v[k], -63)
	}
	for r := range 12 {
		s := &sigma[r%10]
		for i := range 4 {
			g(i, 4+i, 8+i, 12+i, m[s[2*i]], m[s[2*i+1]])
		}
		for i := range 4 {
			g(i, 4+(i+1)%4, 8+(i+2)%4, 12+(i+3)%4, m[s[8+2*i]], m[s[9+2*i]])
		}
	}
	for i := range b.h64 {
		b.h64[i] ^= v[i] ^ v[i+8]
	}
}

func (b *blake) compress32(last bool) {
	var v, m [16]uint32
	for i := range m {
		m[i] = binary.LittleEndian.Uint32(b.buf[i*4:])
	}
	copy(v[:], b.h32[:])
	copy(v[8:], iv32[:])
	v[12] ^= uint32(b.t)
	v[13] ^= uint32(b.t >> 32)
	if last {
		v[14] = ^v[14]
		if b.lastNode {
			v[15] = ^v[15]
		}
	}
	g := func(i, j, k, l int, x, y uint32) {
		v[i] += v[j] + x
		v[l] = bits.RotateLeft32(v[l]^v[i], -16)
		v[k] += v[l]
		v[j] = bits.RotateLeft32(v[j]^v[k], -12)
		v[i] += v[j] + y
		v[l] = bits.RotateLeft32(v[l]^v[i], -8)
		v[k] += v[l]
		v[j] = bits.RotateLeft32(v[j]^v[k], -7)
	}
	for r := range 10 {
		s := &sigma[r]
		for i := range 4 {
			g(i, 4+i, 8+i, 12+i, m[s[2*i]], m[s[2*i+1]])
		}
		for i := range 4 {
			g(i, 4+(i+1)%4, 8+(i+2)%4, 12+(i+3)%4, m[s[8+2*i]], m[s[9+2*i]])
		}
	}
	for i := range b.h32 {
		b.h32[i] ^= v[i] ^ v[i+8]
	}
}

// A blakeKind is one of the two with its bounds.
type blakeKind struct {
	name             string
	wide             bool
	most, key, extra int // digest, key, salt and person
	class            *object.Class
}

var blakeKinds = []*blakeKind{
	{name: "blake2b", wide: true, most: 64, key: 64, extra: 16, class: object.NewClass(object.Spec{Name: "blake2b", Module: "_blake2", Doc: "Return a new BLAKE2b hash object."})},
	{name: "blake2s", most: 32, key: 32, extra: 8, class: object.NewClass(object.Spec{Name: "blake2s", Module: "_blake2", Doc: "Return a new BLAKE2s hash object."})},
}

var blakeArgs = object.NewFunc(object.Def{Sig: "blake2b(data=..., /, *, digest_size=..., key=..., salt=..., person=..., fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)"})

func (k *blakeKind) make(t *thread, cls *object.Class, given starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	a, err := blakeArgs.Bind(given, kwargs)
	if err != nil {
		return nil, err
	}
	b := &blake{wide: k.wide, size: k.most}
	if a[1] != nil {
		if b.size, err = object.Int(t, a[1]); err != nil {
			return nil, err
		}
		if b.size < 1 || b.size > k.most {
			return nil, object.Raise(object.ValueError, "digest_size must be between 1 and %d bytes", k.most)
		}
	}
	var texts [3]string
	for i, what := range []string{"key", "salt", "person"} {
		if a[2+i] == nil {
			continue
		}
		s, ok := types.BytesLike(a[2+i])
		if !ok {
			return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(a[2+i]))
		}
		most := k.extra
		if what == "key" {
			most = k.key
		}
		if len(s) > most {
			return nil, object.Raise(object.ValueError, "maximum %s length is %d bytes", what, most)
		}
		texts[i] = s
	}
	var ints [6]int
	for i, bound := range []struct {
		name      string
		low, high int
	}{{"fanout", 0, 255}, {"depth", 1, 255}, {"leaf_size", 0, 1<<32 - 1}, {"node_offset", 0, 1<<63 - 1}, {"node_depth", 0, 255}, {"inner_size", 0, k.most}} {
		if ints[i], err = object.Int(t, a[5+i]); err != nil {
			return nil, err
		}
		if ints[i] < bound.low || ints[i] > bound.high {
			words := "between 0 and 255"
			switch bound.name {
			case "depth":
				words = "between 1 and 255"
			case "leaf_size", "node_offset":
				return nil, object.Raise(object.OverflowError, "%s is too large", bound.name)
			case "inner_size":
				return nil, object.Raise(object.ValueError, "inner_size must be between 0 and is %d", k.most)
			}
			return nil, object.Raise(object.ValueError, "%s must be %s", bound.name, words)
		}
	}
	if b.lastNode, err = object.Truth(t, a[11]); err != nil {
		return nil, err
	}
	var p [64]byte
	p[0], p[1], p[2], p[3] = byte(b.size), byte(len(texts[0])), byte(ints[0]), byte(ints[1])
	binary.LittleEndian.PutUint32(p[4:], uint32(ints[2]))
	binary.LittleEndian.PutUint64(p[8:], uint64(ints[3]))
	if k.wide {
		p[16], p[17] = byte(ints[4]), byte(ints[5])
		copy(p[32:48], texts[1])
		copy(p[48:], texts[2])
		for i := range b.h64 {
			b.h64[i] = iv64[i] ^ binary.LittleEndian.Uint64(p[i*8:])
		}
	} else {
		p[14], p[15] = byte(ints[4]), byte(ints[5])
		copy(p[16:24], texts[1])
		copy(p[24:32], texts[2])
		for i := range b.h32 {
			b.h32[i] = iv32[i] ^ binary.LittleEndian.Uint32(p[i*4:])
		}
	}
	if texts[0] != "" {
		block := make([]byte, b.block())
		copy(block, texts[0])
		b.Write(block)
	}
	start := *b
	b.start = &start
	x := object.Make(cls, t, &state{k.name, b})
	if a[0] == nil {
		return x, nil
	}
	return x, update(t, b, a[0])
}

// newBlake is hashlib.new for these two.
func newBlake(t *thread, name string, data value) (value, bool, error) {
	for _, k := range blakeKinds {
		if k.name != name {
			continue
		}
		var given starlark.Tuple
		if data != nil {
			given = starlark.Tuple{data}
		}
		x, err := k.make(t, k.class, given, nil)
		return x, true, err
	}
	return nil, false, nil
}

func init() {
	self := func(v value) *state { return v.(*object.Instance).State.(*state) }
	for _, k := range blakeKinds {
		k.class.New = k.make
		k.class.Init = func(*thread, value, starlark.Tuple, []starlark.Tuple) error { return nil }
		k.class.AddMethods(
			object.Def{Sig: "update(self, data, /)", Fn: func(t *thread, a args) (value, error) { return starlark.None, update(t, self(a[0]).h, a[1]) }},
			object.Def{Sig: "digest(self, /)", Fn: func(t *thread, a args) (value, error) { return object.MakeBytes(string(self(a[0]).h.Sum(nil))), nil }},
			object.Def{Sig: "hexdigest(self, /)", Fn: func(t *thread, a args) (value, error) {
				return starlark.String(hex.EncodeToString(self(a[0]).h.Sum(nil))), nil
			}},
			object.Def{Sig: "copy(self, /)", Fn: func(t *thread, a args) (value, error) {
				c := *self(a[0]).h.(*blake)
				return object.Make(object.ClassOf(a[0]), t, &state{k.name, &c}), nil
			}},
		)
		k.class.AddAttrs(
			object.Attr{Name: "name", Get: func(t *thread, v value) (value, error) { return starlark.String(k.name), nil }},
			object.Attr{Name: "digest_size", Get: func(t *thread, v value) (value, error) { return starlark.MakeInt(self(v).h.Size()), nil }},
			object.Attr{Name: "block_size", Get: func(t *thread, v value) (value, error) { return starlark.MakeInt(self(v).h.BlockSize()), nil }},
		)
		for name, n := range map[string]int{"MAX_DIGEST_SIZE": k.most, "MAX_KEY_SIZE": k.key, "SALT_SIZE": k.extra, "PERSON_SIZE": k.extra} {
			k.class.SetAttrValue(name, starlark.MakeInt(n))
		}
	}
}
