// Package binascii is the modules binascii and base64 (base64.py).
package binascii

import (
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"hash/crc32"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

//go:embed base64.py
var base64Source string

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

var (
	errorClass      = object.NewClass(object.Spec{Name: "Error", Module: "binascii", Base: object.ValueError})
	incompleteClass = object.NewClass(object.Spec{Name: "Incomplete", Module: "binascii", Base: object.Exception})
)

func data(v value) (string, error) {
	s, ok := types.BytesLike(v)
	if !ok {
		return "", object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	return s, nil
}

// ascii takes what the a2b functions do: bytes or ASCII text.
func ascii(v value) (string, error) {
	if s, ok := object.Text(v); ok {
		for i := range len(s) {
			if s[i] >= 0x80 {
				return "", object.Raise(object.ValueError, "string argument should contain only ASCII characters")
			}
		}
		return s, nil
	}
	s, ok := types.BytesLike(v)
	if !ok {
		return "", object.Raise(object.TypeError, "argument should be bytes, buffer or ASCII string, not '%s'", object.TypeName(v))
	}
	return s, nil
}

func hexlify(t *thread, a args) (value, error) {
	s, err := data(a[0])
	if err != nil {
		return nil, err
	}
	if a[1] == nil {
		return object.MakeBytes(hex.EncodeToString([]byte(s))), nil
	}
	r, err := object.CallMethod(t, object.MakeBytes(s), "hex", a[1], a[2])
	if err != nil {
		return nil, err
	}
	h, _ := object.Text(r)
	return object.MakeBytes(h), nil
}

func unhexlify(t *thread, a args) (value, error) {
	s, err := ascii(a[0])
	if err != nil {
		return nil, err
	}
	if len(s)%2 != 0 {
		return nil, object.Raise(errorClass, "Odd-length string")
	}
	b, err := hex.DecodeString(s)
	if err != nil {
		return nil, object.Raise(errorClass, "Non-hexadecimal digit found")
	}
	return object.MakeBytes(string(b)), nil
}

func isAlphabet(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/'
}

// decode64 skips what is not in the alphabet, as CPython does when not strict.
func decode64(t *thread, a args) (value, error) {
	s, err := ascii(a[0])
	if err != nil {
		return nil, err
	}
	strict, err := object.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	pads := 0
	for i := range len(s) {
		c := s[i]
		if c == '=' {
			if strict && b.Len() == 0 {
				return nil, object.Raise(errorClass, "Leading padding not allowed")
			}
			pads++
			if b.Len()%4 >= 2 && b.Len()%4+pads >= 4 {
				if strict && i+1 < len(s) {
					if s[i+1] == '=' {
						return nil, object.Raise(errorClass, "Excess padding not allowed")
					}
					return nil, object.Raise(errorClass, "Excess data after padding")
				}
				break
			}
			continue
		}
		if !isAlphabet(c) {
			if strict {
				return nil, object.Raise(errorClass, "Only base64 data is allowed")
			}
			continue
		}
		if strict && pads > 0 {
			return nil, object.Raise(errorClass, "Discontinuous padding not allowed")
		}
		pads = 0
		b.WriteByte(c)
	}
	quads := b.String()
	switch n := len(quads) % 4; {
	case n == 1:
		return nil, object.Raise(errorClass, "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(quads))
	case n > 0 && n+pads < 4:
		return nil, object.Raise(errorClass, "Incorrect padding")
	}
	out, err := base64.RawStdEncoding.DecodeString(quads)
	if err != nil {
		return nil, object.Raise(errorClass, "Incorrect padding")
	}
	return object.MakeBytes(string(out)), nil
}

func init() {
	registry.Register(&registry.Module{
		Name: "binascii", Doc: "Conversion between binary data and ASCII",
		Funcs: []object.Def{
			{Sig: "hexlify(data, sep=..., bytes_per_sep=1)", Fn: hexlify},
			{Sig: "b2a_hex(data, sep=..., bytes_per_sep=1)", Fn: hexlify},
			{Sig: "unhexlify(hexstr, /)", Fn: unhexlify},
			{Sig: "a2b_hex(hexstr, /)", Fn: unhexlify},
			{Sig: "b2a_base64(data, /, *, newline=True)", Fn: func(t *thread, a args) (value, error) {
				s, err := data(a[0])
				if err != nil {
					return nil, err
				}
				out := base64.StdEncoding.EncodeToString([]byte(s))
				if ok, err := object.Truth(t, a[1]); err != nil {
					return nil, err
				} else if ok {
					out += "\n"
				}
				return object.MakeBytes(out), nil
			}},
			{Sig: "a2b_base64(data, /, *, strict_mode=False)", Fn: decode64},
			{Sig: "crc32(data, crc=0, /)", Fn: func(t *thread, a args) (value, error) {
				s, err := data(a[0])
				if err != nil {
					return nil, err
				}
				n, err := object.Int(t, a[1])
				if err != nil {
					return nil, err
				}
				return starlark.MakeUint64(uint64(crc32.Update(uint32(n), crc32.IEEETable, []byte(s)))), nil
			}},
		},
		Classes: []*object.Class{errorClass, incompleteClass},
	})
	registry.Register(&registry.Module{Name: "base64", Doc: "Base16, Base32, Base64 (RFC 3548), Base85 and Ascii85 data encodings", Source: base64Source})
}
