// Package hashlib is the module hashlib. Large buffers are hashed without the
// interpreter lock.
package hashlib

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"crypto/subtle"
	_ "embed"
	"encoding"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"sort"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// large is the size from which hashing gives the lock up.
const large = 16 << 10

//go:embed hashlib.py
var source string

var makers = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New,
	"sha3_224": func() hash.Hash { return sha3.New224() }, "sha3_256": func() hash.Hash { return sha3.New256() },
	"sha3_384": func() hash.Hash { return sha3.New384() }, "sha3_512": func() hash.Hash { return sha3.New512() },
}

var hashClass = object.NewClass(object.Spec{Name: "HASH", Module: "_hashlib", Final: true})

// A state is the State of a hash object.
type state struct {
	name string
	h    hash.Hash
}

func (s *state) clone() (*state, error) {
	c := &state{s.name, makers[s.name]()}
	b, err := s.h.(encoding.BinaryMarshaler).MarshalBinary()
	if err == nil {
		err = c.h.(encoding.BinaryUnmarshaler).UnmarshalBinary(b)
	}
	return c, err
}

func update(t *thread, h io.Writer, v value) error {
	if _, isText := object.Text(v); isText {
		return object.Raise(object.TypeError, "Strings must be encoded before hashing")
	}
	s, ok := types.BytesLike(v)
	if !ok {
		return object.Raise(object.TypeError, "object supporting the buffer API required")
	}
	if len(s) < large {
		h.Write([]byte(s))
		return nil
	}
	return t.Block(func(context.Context) error {
		h.Write([]byte(s))
		return nil
	})
}

func newHash(t *thread, name string, data value) (value, error) {
	if key := strings.ToLower(name); key == "shake_128" || key == "shake_256" {
		return newShake(t, key, data)
	} else if x, ok, err := newBlake(t, key, data); ok {
		return x, err
	}
	mk := makers[strings.ReplaceAll(strings.ToLower(name), "-", "_")]
	if mk == nil {
		mk = makers[strings.ReplaceAll(strings.ToLower(name), "-", "")]
		name = strings.ReplaceAll(name, "-", "")
	}
	if mk == nil {
		return nil, object.Raise(object.ValueError, "unsupported hash type %s", name)
	}
	s := &state{strings.ReplaceAll(strings.ToLower(name), "-", "_"), mk()}
	x := object.Make(hashClass, t, s)
	if data == nil {
		return x, nil
	}
	return x, update(t, s.h, data)
}

func init() {
	self := func(v value) *state { return v.(*object.Instance).State.(*state) }
	hashClass.AddMethods(
		object.Def{Sig: "update(self, obj, /)", Fn: func(t *thread, a args) (value, error) { return starlark.None, update(t, self(a[0]).h, a[1]) }},
		object.Def{Sig: "digest(self, /)", Fn: func(t *thread, a args) (value, error) {
			return object.MakeBytes(string(self(a[0]).h.Sum(nil))), nil
		}},
		object.Def{Sig: "hexdigest(self, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.String(hex.EncodeToString(self(a[0]).h.Sum(nil))), nil
		}},
		object.Def{Sig: "copy(self, /)", Fn: func(t *thread, a args) (value, error) {
			c, err := self(a[0]).clone()
			if err != nil {
				return nil, object.Raise(object.ValueError, "%s", err)
			}
			return object.Make(hashClass, t, c), nil
		}},
		object.Def{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.String(fmt.Sprintf("<%s _hashlib.HASH object @ 0x%x>", self(a[0]).name, object.Address(a[0]))), nil
		}},
	)
	attr := func(name string, get func(s *state) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, v value) (value, error) { return get(self(v)), nil }}
	}
	hashClass.AddAttrs(
		attr("name", func(s *state) value { return starlark.String(s.name) }),
		attr("digest_size", func(s *state) value { return starlark.MakeInt(s.h.Size()) }),
		attr("block_size", func(s *state) value { return starlark.MakeInt(s.h.BlockSize()) }),
	)
	funcs := []object.Def{
		{Sig: "new(name, data=..., *, usedforsecurity=True, string=...)", Doc: "Return a new hashing object using the named algorithm.", Fn: func(t *thread, a args) (value, error) {
			name, ok := object.Text(a[0])
			if !ok {
				return nil, object.Raise(object.TypeError, "new() argument 'name' must be str, not %s", object.TypeName(a[0]))
			}
			return newHash(t, name, a[1])
		}},
		{Sig: "pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)", Doc: "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC.", Fn: derive},
	}
	var names []string
	for name := range makers {
		names = append(names, name)
		funcs = append(funcs, object.Def{Sig: "openssl_" + name + "(string=..., *, usedforsecurity=True)", Fn: func(t *thread, a args) (value, error) {
			return newHash(t, name, a[0])
		}})
	}
	for i := range funcs {
		funcs[i].Sig = strings.TrimPrefix(funcs[i].Sig, "openssl_")
	}
	for _, name := range []string{"shake_128", "shake_256"} {
		names = append(names, name)
		funcs = append(funcs, object.Def{Sig: name + "(string=..., *, usedforsecurity=True)", Fn: func(t *thread, a args) (value, error) {
			return newShake(t, name, a[0])
		}})
	}
	funcs = append(funcs, object.Def{Sig: "scrypt(password, *, salt=..., n=..., r=..., p=..., maxmem=0, dklen=64)", Doc: "scrypt password-based key derivation function.", Fn: scrypt})
	names = append(names, "blake2b", "blake2s")
	sort.Strings(names)
	all := make([]value, len(names))
	for i, n := range names {
		all[i] = starlark.String(n)
	}
	registry.Register(&registry.Module{
		Name: "hashlib", Doc: "hashlib module - A common interface to many hash functions.", Funcs: funcs,
		Classes: []*object.Class{blakeKinds[0].class, blakeKinds[1].class},
		Init: func(t *thread, m *object.Module) error {
			m.Vars.Set("_names", starlark.NewList(append([]value(nil), all...)))
			return nil
		},
		Source: source,
	})
}

func derive(t *thread, a args) (value, error) {
	name, _ := object.Text(a[0])
	mk := makers[strings.ReplaceAll(name, "-", "")]
	if mk == nil {
		return nil, object.Raise(object.ValueError, "unsupported hash type %s", name)
	}
	password, ok1 := types.BytesLike(a[1])
	salt, ok2 := types.BytesLike(a[2])
	if !ok1 || !ok2 {
		return nil, object.Raise(object.TypeError, "a bytes-like object is required")
	}
	n, err := object.Int(t, a[3])
	if err != nil {
		return nil, err
	}
	if n < 1 {
		return nil, object.Raise(object.ValueError, "iteration value must be greater than 0.")
	}
	size := mk().Size()
	if a[4] != starlark.None {
		if size, err = object.Int(t, a[4]); err != nil {
			return nil, err
		}
	}
	if size < 1 {
		return nil, object.Raise(object.ValueError, "key length must be greater than 0.")
	}
	if err := object.Charge(t, int64(size)); err != nil {
		return nil, err
	}
	var key []byte
	err = t.Block(func(ctx context.Context) error {
		key = pbkdf2(ctx, hmac.New(mk, []byte(password)), salt, n, size)
		return ctx.Err()
	})
	return object.MakeBytes(string(key)), err
}

// pbkdf2 is PBKDF2 of RFC 8018 with a keyed hash. Unlike the library's own it ends
// with its context, having done nothing useful.
func pbkdf2(ctx context.Context, prf hash.Hash, salt string, n, size int) []byte {
	key := make([]byte, 0, size+prf.Size())
	var number [4]byte
	for block := uint32(1); len(key) < size; block++ {
		prf.Reset()
		prf.Write([]byte(salt))
		binary.BigEndian.PutUint32(number[:], block)
		prf.Write(number[:])
		u := prf.Sum(nil)
		sum := bytes.Clone(u)
		for i := 1; i < n; i++ {
			if i%1024 == 0 && ctx.Err() != nil {
				return nil
			}
			prf.Reset()
			prf.Write(u)
			u = prf.Sum(u[:0])
			subtle.XORBytes(sum, sum, u)
		}
		if ctx.Err() != nil {
			return nil
		}
		key = append(key, sum...)
	}
	return key[:size]
}
