package types

// This file defines the methods that bytes and bytearray have in common, as
// CPython 3.13 has them. Their results are of the receiver's type.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// bytesKind is one of the two classes that share methods.
type bytesKind struct {
	class *object.Class
	make  func(s string) value
}

func init() {
	for _, k := range []bytesKind{
		{object.BytesType, func(s string) value { return Bytes(s) }},
		{object.BytearrayType, func(s string) value { return NewBytearray([]byte(s)) }},
	} {
		k.addCaseMethods()
		k.addSearchMethods()
		k.addSplitMethods()
		k.addPadMethods()
		k.addConversions()
	}
}

func (k bytesKind) result(s string, err error) (value, error) {
	if err != nil {
		return nil, textError(err)
	}
	return k.make(s), nil
}

func (k bytesKind) list(parts []string) value {
	out := make([]value, len(parts))
	for i, p := range parts {
		out[i] = k.make(p)
	}
	return starlark.NewList(out)
}

func (k bytesKind) addCaseMethods() {
	for name, fn := range map[string]func(string) string{
		"capitalize": text.BytesCapitalize, "lower": text.BytesLower, "swapcase": text.BytesSwapcase,
		"title": text.BytesTitle, "upper": text.BytesUpper,
	} {
		k.class.AddMethods(method(name, func(t *thread, self value) (value, error) { return k.make(fn(bytesOf(self))), nil }))
	}
	for name, fn := range map[string]func(string) bool{
		"isalnum": text.BytesIsAlnum, "isalpha": text.BytesIsAlpha, "isascii": text.IsASCII,
		"isdigit": text.BytesIsDigit, "islower": text.BytesIsLower, "isspace": text.BytesIsSpace,
		"istitle": text.BytesIsTitle, "isupper": text.BytesIsUpper,
	} {
		k.class.AddMethods(method(name, func(t *thread, self value) (value, error) {
			return starlark.Bool(fn(peekOf(self))), nil
		}))
	}
}

// searchArg reads the first argument of find and the like: bytes or an int.
func searchArg(t *thread, v value) (string, error) {
	if s, ok := BytesLike(v); ok {
		return s, nil
	}
	n, err := object.Index(t, v)
	if err != nil {
		if object.IsCaught(t, err, object.TypeError) && !hasIndex(v) {
			err = object.Raise(object.TypeError, "argument should be integer or bytes-like object, not '%s'", object.TypeName(v))
		}
		return "", err
	}
	c, err := byteOf(n, "byte")
	return string([]byte{c}), err
}

func hasIndex(v value) bool {
	m := object.Special(v, "__index__")
	return m != nil && m != starlark.None
}

func (k bytesKind) addSearchMethods() {
	for name, fn := range map[string]func(s, sub string, b text.Bounds) (int, error){
		"count":  func(s, sub string, b text.Bounds) (int, error) { return text.BytesCount(s, sub, b), nil },
		"find":   func(s, sub string, b text.Bounds) (int, error) { return text.BytesFind(s, sub, b), nil },
		"rfind":  func(s, sub string, b text.Bounds) (int, error) { return text.BytesRFind(s, sub, b), nil },
		"index":  text.BytesIndex,
		"rindex": text.BytesRIndex,
	} {
		k.class.AddMethods(object.Def{Sig: name + "(self, sub, start=None, end=None, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := sliceBounds(t, a[2], a[3])
			if err != nil {
				return nil, err
			}
			sub, err := searchArg(t, a[1])
			if err != nil {
				return nil, err
			}
			n, err := fn(peekOf(a[0]), sub, b)
			if err != nil {
				return nil, textError(err)
			}
			return starlark.MakeInt(n), nil
		}})
	}
	for name, fn := range map[string]func(s, affix string, b text.Bounds) bool{
		"startswith": text.BytesStartsWith, "endswith": text.BytesEndsWith,
	} {
		k.class.AddMethods(object.Def{Sig: name + "(self, prefix, start=None, end=None, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := sliceBounds(t, a[2], a[3])
			if err != nil {
				return nil, err
			}
			if tup, ok := object.Base(a[1]).(starlark.Tuple); ok {
				for _, e := range tup {
					x, err := bytesArg(e)
					if err != nil {
						return nil, err
					}
					if fn(peekOf(a[0]), x, b) {
						return starlark.True, nil
					}
				}
				return starlark.False, nil
			}
			x, ok := BytesLike(a[1])
			if !ok {
				return nil, object.Raise(object.TypeError, "%s first arg must be bytes or a tuple of bytes, not %s", name, object.TypeName(a[1]))
			}
			return starlark.Bool(fn(peekOf(a[0]), x, b)), nil
		}})
	}
}

func (k bytesKind) addSplitMethods() {
	for name, fn := range map[string]struct {
		space func(string) string
		chars func(s, chars string) string
	}{
		"strip":  {text.BytesStrip, text.BytesStripChars},
		"lstrip": {text.BytesLStrip, text.BytesLStripChars},
		"rstrip": {text.BytesRStrip, text.BytesRStripChars},
	} {
		k.class.AddMethods(object.Def{Sig: name + "(self, bytes=None, /)", Fn: func(t *thread, a args) (value, error) {
			if a[1] == starlark.None {
				return k.make(fn.space(bytesOf(a[0]))), nil
			}
			set, err := bytesArg(a[1])
			if err != nil {
				return nil, err
			}
			return k.make(fn.chars(bytesOf(a[0]), set)), nil
		}})
	}
	for name, fn := range map[string]struct {
		space func(s string, n int) []string
		split func(s, sep string, n int) ([]string, error)
	}{
		"split":  {text.BytesSplitSpace, text.Split},
		"rsplit": {text.BytesRSplitSpace, text.RSplit},
	} {
		k.class.AddMethods(object.Def{Sig: name + "(self, /, sep=None, maxsplit=-1)", Fn: func(t *thread, a args) (value, error) {
			n, err := object.Int(t, a[2])
			if err != nil {
				return nil, err
			}
			if a[1] == starlark.None {
				return k.list(fn.space(bytesOf(a[0]), n)), nil
			}
			sep, err := bytesArg(a[1])
			if err != nil {
				return nil, err
			}
			parts, err := fn.split(bytesOf(a[0]), sep, n)
			if err != nil {
				return nil, textError(err)
			}
			return k.list(parts), nil
		}})
	}
	for name, fn := range map[string]func(s, sep string) (x, y, z string, err error){
		"partition": text.Partition, "rpartition": text.RPartition,
	} {
		k.class.AddMethods(object.Def{Sig: name + "(self, sep, /)", Fn: func(t *thread, a args) (value, error) {
			sep, err := bytesArg(a[1])
			if err != nil {
				return nil, err
			}
			x, y, z, err := fn(bytesOf(a[0]), sep)
			if err != nil {
				return nil, textError(err)
			}
			return starlark.Tuple{k.make(x), k.make(y), k.make(z)}, nil
		}})
	}
	for _, m := range []struct {
		name, param string
		fn          func(s, affix string) string
	}{
		{"removeprefix", "prefix", strings.TrimPrefix},
		{"removesuffix", "suffix", strings.TrimSuffix},
	} {
		k.class.AddMethods(object.Def{Sig: m.name + "(self, " + m.param + ", /)", Fn: func(t *thread, a args) (value, error) {
			x, err := bytesArg(a[1])
			if err != nil {
				return nil, err
			}
			return k.make(m.fn(bytesOf(a[0]), x)), nil
		}})
	}
	k.class.AddMethods(
		object.Def{Sig: "splitlines(self, /, keepends=False)", Fn: func(t *thread, a args) (value, error) {
			keep, err := object.Truth(t, a[1])
			if err != nil {
				return nil, err
			}
			return k.list(text.BytesSplitLines(bytesOf(a[0]), keep)), nil
		}},
		object.Def{Sig: "join(self, iterable_of_bytes, /)", Fn: func(t *thread, a args) (value, error) {
			return k.join(t, bytesOf(a[0]), a[1])
		}},
	)
}

func (k bytesKind) join(t *thread, sep string, iterable value) (value, error) {
	var items []string
	var wrong error
	n := 0
	err := forEach(t, iterable, notJoinable, func(v value) error {
		if s, ok := BytesLike(v); ok {
			items = append(items, s)
		} else if wrong == nil {
			wrong = object.Raise(object.TypeError, "sequence item %d: expected a bytes-like object, %s found", n, object.TypeName(v))
		}
		n++
		return nil
	})
	if err == nil {
		err = wrong
	}
	if err != nil {
		return nil, err
	}
	return k.result(text.Join(sep, items, limits(t)))
}

func (k bytesKind) addPadMethods() {
	for name, fn := range map[string]func(s string, width int, fill byte, lim text.Limits) (string, error){
		"center": text.BytesCenter, "ljust": text.BytesLjust, "rjust": text.BytesRjust,
	} {
		k.class.AddMethods(object.Def{Sig: name + "(self, width, fillchar=..., /)", Fn: func(t *thread, a args) (value, error) {
			width, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			fill := byte(' ')
			if a[2] != nil {
				f := ""
				switch x := object.Base(a[2]).(type) {
				case Bytes:
					f = string(x)
				case *Bytearray:
					f = string(x.data)
				}
				if len(f) != 1 {
					return nil, object.Raise(object.TypeError, "%s() argument 2 must be a byte string of length 1, not %s", name, argumentType(a[2]))
				}
				fill = f[0]
			}
			return k.result(fn(bytesOf(a[0]), width, fill, limits(t)))
		}})
	}
	k.class.AddMethods(
		object.Def{Sig: "expandtabs(self, /, tabsize=8)", Fn: func(t *thread, a args) (value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			return k.result(text.BytesExpandTabs(bytesOf(a[0]), n, limits(t)))
		}},
		object.Def{Sig: "zfill(self, width, /)", Fn: func(t *thread, a args) (value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			return k.result(text.BytesZfill(bytesOf(a[0]), n, limits(t)))
		}},
	)
}

func (k bytesKind) addConversions() {
	k.class.AddMethods(
		object.Def{Sig: "decode(self, /, encoding='utf-8', errors='strict')", Fn: func(t *thread, a args) (value, error) {
			encoding, errors, err := codecArgs("decode", a[1], a[2])
			if err != nil {
				return nil, err
			}
			return strResult(text.DecodeBytes(bytesOf(a[0]), encoding, errors))
		}},
		object.Def{Sig: "hex(self, /, sep=..., bytes_per_sep=1)", Fn: func(t *thread, a args) (value, error) {
			return hexOf(t, bytesOf(a[0]), a[1], a[2])
		}},
		object.Def{Sig: "fromhex(cls, string, /)", Class: true, Fn: func(t *thread, a args) (value, error) {
			s, ok := object.Text(a[1])
			if !ok {
				return nil, object.Raise(object.TypeError, "fromhex() argument must be str, not %s", argumentType(a[1]))
			}
			b, err := text.BytesFromHex(s)
			if err != nil {
				return nil, textError(err)
			}
			return ofClass(t, a[0], k.class, k.make(b))
		}},
		object.Def{Sig: "maketrans(frm, to, /)", Static: true, Fn: func(t *thread, a args) (value, error) {
			from, err := bytesArg(a[0])
			if err != nil {
				return nil, err
			}
			to, err := bytesArg(a[1])
			if err != nil {
				return nil, err
			}
			table, err := text.BytesMakeTrans(from, to)
			if err != nil {
				return nil, textError(err)
			}
			return Bytes(table), nil
		}},
		object.Def{Sig: "replace(self, old, new, count=-1, /)", Fn: func(t *thread, a args) (value, error) {
			old, err := bytesArg(a[1])
			if err != nil {
				return nil, err
			}
			with, err := bytesArg(a[2])
			if err != nil {
				return nil, err
			}
			n, err := object.Int(t, a[3])
			if err != nil {
				return nil, err
			}
			return k.result(text.BytesReplace(bytesOf(a[0]), old, with, n, limits(t)))
		}},
		object.Def{Sig: "translate(self, table, /, delete=...)", Fn: func(t *thread, a args) (value, error) {
			table, del := "", ""
			var err error
			if a[1] != starlark.None {
				if table, err = bytesArg(a[1]); err != nil {
					return nil, err
				}
				if len(table) != 256 {
					return nil, object.Raise(object.ValueError, "translation table must be 256 characters long")
				}
			}
			if a[2] != nil {
				if del, err = bytesArg(a[2]); err != nil {
					return nil, err
				}
			}
			return k.result(text.BytesTranslate(bytesOf(a[0]), table, del))
		}},
	)
}

// ofClass makes what an alternative constructor of base returns when it is
// called on cls: v, or cls(v).
func ofClass(t *thread, cls value, base *object.Class, v value) (value, error) {
	if cls == value(base) {
		return v, nil
	}
	return object.Call(t, cls, starlark.Tuple{v}, nil)
}

// hexOf is bytes.hex.
func hexOf(t *thread, b string, sepArg, groupArg value) (value, error) {
	group, err := object.Int(t, groupArg)
	if err == nil && group != int(int32(group)) || err != nil && object.IsException(err, object.OverflowError) {
		err = object.Raise(object.OverflowError, "Python int too large to convert to C int")
	}
	if err != nil {
		return nil, err
	}
	sep := ""
	if sepArg != nil {
		n, err := object.Len(t, sepArg)
		if err != nil {
			return nil, err
		}
		if n != 1 {
			return nil, object.Raise(object.ValueError, "sep must be length 1.")
		}
		if s, ok := object.Text(sepArg); ok {
			sep = s
		} else if s, ok := BytesLike(sepArg); ok {
			sep = s
		} else {
			return nil, object.Raise(object.TypeError, "sep must be str or bytes.")
		}
		if !text.IsASCII(sep) {
			return nil, object.Raise(object.ValueError, "sep must be ASCII.")
		}
	}
	if sep == "" {
		return starlark.String(text.BytesHex(b)), nil
	}
	return strResult(text.BytesHexSep(b, sep, group, limits(t)))
}
