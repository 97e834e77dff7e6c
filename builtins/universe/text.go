package universe

// This file defines the functions about text: repr, ascii, format, chr, ord,
// and the number bases.

import (
	"math/big"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

var textDefs = []object.Def{
	{Sig: "repr(obj, /)", Fn: func(t *thread, a args) (value, error) {
		s, err := object.Repr(t, a[0])
		return starlark.String(s), err
	}},
	{Sig: "ascii(obj, /)", Fn: func(t *thread, a args) (value, error) {
		s, err := object.Repr(t, a[0])
		if err != nil || text.IsASCII(s) {
			return starlark.String(s), err
		}
		return starlark.String(escapeNonASCII(s)), nil
	}},
	{Sig: "format(value, format_spec='', /)", Fn: format},
	{Sig: "chr(i, /)", Fn: chr},
	{Sig: "ord(c, /)", Fn: ord},
	{Sig: "hex(number, /)", Fn: base(text.HexText)},
	{Sig: "oct(number, /)", Fn: base(text.OctText)},
	{Sig: "bin(number, /)", Fn: base(text.BinText)},
}

func base(write func(*big.Int) string) func(*thread, args) (value, error) {
	return func(t *thread, a args) (value, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		return starlark.String(write(n.BigInt())), nil
	}
}

// escapeNonASCII writes the characters of a repr that are not ASCII as escapes.
func escapeNonASCII(s string) string {
	var b strings.Builder
	for _, r := range text.All(s) {
		if r < 0x80 {
			b.WriteByte(byte(r))
			continue
		}
		// The repr of a character alone, without its quotes.
		one := text.ASCII(string(text.AppendRune(nil, r)))
		b.WriteString(one[1 : len(one)-1])
	}
	return b.String()
}

func format(t *thread, a args) (value, error) {
	spec, ok := object.Text(a[1])
	if !ok {
		return nil, object.Raise(object.TypeError, "format() argument 2 must be str, not %s", object.TypeName(a[1]))
	}
	s, err := Format(t, a[0], spec)
	return starlark.String(s), err
}

// Format is format(v, spec).
func Format(t *object.Thread, v starlark.Value, spec string) (string, error) {
	switch x := v.(type) {
	case starlark.String:
		if spec == "" {
			return string(x), nil
		}
	case starlark.Int:
		if spec == "" {
			return object.Str(t, x)
		}
	}
	r, found, err := object.CallSpecial(t, v, "__format__", starlark.String(spec))
	if !found {
		if spec != "" {
			return "", object.Raise(object.TypeError, "unsupported format string passed to %s.__format__", object.TypeName(v))
		}
		return object.Str(t, v)
	}
	if err != nil {
		return "", err
	}
	s, ok := object.Text(r)
	if !ok {
		return "", object.Raise(object.TypeError, "__format__ must return a str, not %s", object.TypeName(r))
	}
	return s, nil
}

func chr(t *thread, a args) (value, error) {
	n, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	i, ok := n.Int64()
	if !ok || i < 0 || i > text.MaxRune {
		return nil, object.Raise(object.ValueError, "chr() arg not in range(0x110000)")
	}
	return starlark.String(text.AppendRune(nil, rune(i))), nil
}

func ord(t *thread, a args) (value, error) {
	if s, ok := object.Text(a[0]); ok {
		r, err := text.Ord(s)
		return starlark.MakeInt(int(r)), object.TextError(err)
	}
	if b, ok := object.BytesContent(a[0]); ok {
		if len(b) == 1 {
			return starlark.MakeInt(int(b[0])), nil
		}
		return nil, object.Raise(object.TypeError, "ord() expected a character, but string of length %d found", len(b))
	}
	if object.IsInstance(a[0], object.BytearrayType) {
		n, err := object.Len(t, a[0])
		if err != nil {
			return nil, err
		}
		if n == 1 {
			return object.GetItem(t, a[0], starlark.MakeInt(0))
		}
		return nil, object.Raise(object.TypeError, "ord() expected a character, but string of length %d found", n)
	}
	return nil, object.Raise(object.TypeError, "ord() expected string of length 1, but %s found", object.TypeName(a[0]))
}
