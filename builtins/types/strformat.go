package types

// This file defines formatting: format(), str.format and format_map, and the %
// operator of text and bytes, with the values resolved by the object model.

import (
	"math/big"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// Format returns format(v, spec): what v's class says in __format__.
func Format(t *thread, v value, spec string) (string, error) {
	switch x := v.(type) {
	case starlark.String:
		if spec == "" {
			return string(x), nil
		}
		s, err := text.FormatStr(string(x), spec, "str", limits(t))
		return s, textError(err)
	case starlark.Int, starlark.Bool:
		if spec == "" {
			return object.Str(t, v)
		}
		return formatInt(t, v, spec)
	case starlark.Float:
		s, err := text.FormatFloat(float64(x), spec, "float", limits(t))
		return s, textError(err)
	}
	m := object.Special(v, "__format__")
	if f, ok := m.(*object.Func); m == nil || m == starlark.None || ok && f.Owner() == object.ObjectType {
		if spec != "" {
			return "", object.Raise(object.TypeError, "unsupported format string passed to %s.__format__", object.TypeName(v))
		}
		return object.Str(t, v)
	}
	r, _, err := object.CallSpecial(t, v, "__format__", starlark.String(spec))
	if err != nil {
		return "", err
	}
	s, ok := object.Text(r)
	if !ok {
		return "", object.Raise(object.TypeError, "__format__ must return a str, not %s", object.TypeName(r))
	}
	return s, nil
}

func formatInt(t *thread, v value, spec string) (string, error) {
	name := object.TypeName(v)
	var s string
	var err error
	switch x := object.Base(v).(type) {
	case starlark.Bool:
		s, err = text.FormatInt(boolInt(x), spec, name, limits(t))
	case starlark.Int:
		if n, ok := x.Int64(); ok {
			s, err = text.FormatInt(n, spec, name, limits(t))
		} else {
			s, err = text.FormatBigInt(x.BigInt(), spec, name, limits(t))
		}
	}
	return s, textError(err)
}

func boolInt(b starlark.Bool) int64 {
	if b {
		return 1
	}
	return 0
}

// formatArgs are the values of str.format.
type formatArgs struct {
	t    *thread
	pos  starlark.Tuple
	key  func(name string) (value, error)
	npos int
}

func (f *formatArgs) NumArgs() int                                { return f.npos }
func (f *formatArgs) Arg(i int) value                             { return f.pos[i] }
func (f *formatArgs) Key(name string) (value, error)              { return f.key(name) }
func (f *formatArgs) Format(v value, spec string) (string, error) { return Format(f.t, v, spec) }
func (f *formatArgs) Attr(v value, name string) (value, error) {
	return object.GetAttr(f.t, v, name)
}

func (f *formatArgs) Item(v value, k text.FieldKey) (value, error) {
	if k.IsIndex {
		return object.GetItem(f.t, v, starlark.MakeInt(k.Index))
	}
	return object.GetItem(f.t, v, starlark.String(k.Name))
}

func (f *formatArgs) Convert(v value, conv byte) (value, error) {
	s, err := convertText(f.t, v, conv)
	return starlark.String(s), err
}

// convertText is str(v), repr(v) or ascii(v) for conv 's', 'r' or 'a'.
func convertText(t *thread, v value, conv byte) (string, error) {
	switch conv {
	case 's':
		return object.Str(t, v)
	case 'a':
		s, err := object.Repr(t, v)
		return text.EscapeNonASCII(s), err
	}
	return object.Repr(t, v)
}

func strFormat(t *thread, a args) (value, error) {
	pos := a[1].(starlark.Tuple)
	kw := a[2].(*starlark.Dict)
	f := &formatArgs{t: t, pos: pos, npos: len(pos), key: func(name string) (value, error) {
		v, found, err := kw.Get(starlark.String(name))
		if err == nil && !found {
			err = object.RaiseArgs(object.KeyError, starlark.String(name))
		}
		return v, err
	}}
	return strResult(text.Format[value](strOf(a[0]), f, limits(t)))
}

func strFormatMap(t *thread, a args) (value, error) {
	f := &formatArgs{t: t, npos: -1, key: func(name string) (value, error) {
		return object.GetItem(t, a[1], starlark.String(name))
	}}
	return strResult(text.Format[value](strOf(a[0]), f, limits(t)))
}

// percent is format % v for text.
func percent(t *thread, format string, v value) (value, error) {
	return strResult(text.Percent[value](format, newPercentArgs(t, v, false), limits(t)))
}

// percentBytes is format % v for bytes.
func percentBytes(t *thread, format string, v value) (string, error) {
	s, err := text.BytesPercent[value](format, newPercentArgs(t, v, true), limits(t))
	return s, textError(err)
}

// percentArgs is the right operand of %.
type percentArgs struct {
	t     *thread
	v     value
	tuple starlark.Tuple
	many  bool
	raw   bool // the left operand is bytes
}

func newPercentArgs(t *thread, v value, raw bool) *percentArgs {
	p := &percentArgs{t: t, v: v, raw: raw}
	p.tuple, p.many = object.Base(v).(starlark.Tuple)
	return p
}

func (p *percentArgs) Len() int {
	if !p.many {
		return -1
	}
	return len(p.tuple)
}

func (p *percentArgs) Arg(i int) value {
	if !p.many {
		return p.v
	}
	return p.tuple[i]
}

func (p *percentArgs) IsMapping() bool {
	if p.many {
		return false
	}
	switch object.Base(p.v).(type) {
	case starlark.String:
		return false
	case Bytes, *Bytearray, starlark.Bytes:
		if p.raw {
			return false
		}
	}
	return object.Special(p.v, "__getitem__") != nil
}

func (p *percentArgs) Key(key string) (value, error) {
	if p.raw {
		return object.GetItem(p.t, p.v, Bytes(key))
	}
	return object.GetItem(p.t, p.v, starlark.String(key))
}

func (p *percentArgs) TypeName(v value) string { return object.TypeName(v) }

func (p *percentArgs) Text(v value, conv byte) (string, error) { return convertText(p.t, v, conv) }

func (p *percentArgs) Bytes(v value) (string, bool, error) {
	if b, ok := BytesLike(v); ok {
		return b, true, nil
	}
	return bytesMethod(p.t, v)
}

func (p *percentArgs) Char(v value) (string, bool) {
	if p.raw {
		switch x := object.Base(v).(type) {
		case Bytes:
			return string(x), true
		case starlark.Bytes:
			return string(x), true
		case *Bytearray:
			return string(x.data), true
		}
		return "", false
	}
	return object.Text(v)
}

func (p *percentArgs) Int(v value, mode text.IntMode) (small int64, large *big.Int, ok bool, err error) {
	var n starlark.Int
	switch x := object.Base(v).(type) {
	case starlark.Int:
		n = x
	case starlark.Bool:
		return boolInt(x), nil, true, nil
	default:
		switch {
		case mode == text.IntExact:
			return 0, nil, false, nil
		case mode == text.IntIndex, !isNumber(v):
			n, err = object.Index(p.t, v)
		default:
			n, err = numberToInt(p.t, v)
		}
		if err != nil {
			if object.IsCaught(p.t, err, object.TypeError) {
				err = nil
			}
			return 0, nil, false, err
		}
	}
	if i, ok := n.Int64(); ok {
		return i, nil, true, nil
	}
	return 0, n.BigInt(), true, nil
}

func (p *percentArgs) Float(v value) (float64, bool, error) {
	f, err := object.Float(p.t, v)
	return f, err == nil, err
}

// isNumber is CPython's PyNumber_Check.
func isNumber(v value) bool {
	switch object.Base(v).(type) {
	case starlark.Int, starlark.Float, starlark.Bool, Complex:
		return true
	}
	for _, name := range []string{"__index__", "__int__", "__float__"} {
		if m := object.Special(v, name); m != nil && m != starlark.None {
			return true
		}
	}
	return false
}
