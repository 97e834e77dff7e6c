package json

// This file defines writing: from values to text.

import (
	"math"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

// An encoder writes one text.
type encoder struct {
	t        *thread
	b        []byte
	skipKeys bool
	ascii    bool
	circular bool
	allowNaN bool
	sortKeys bool
	pretty   bool
	indent   string
	item     string
	key      string
	def      value // default, or nil
	open     map[uintptr]bool
	charged  int // of len(b)
}

// chargeEvery is how much text is written between two looks at the limits.
const chargeEvery = 4096

func encode(t *thread, a args) (value, error) {
	e := &encoder{t: t}
	for i, p := range []*bool{&e.skipKeys, &e.ascii, &e.circular, &e.allowNaN} {
		ok, err := object.Truth(t, a[1+i])
		if err != nil {
			return nil, err
		}
		*p = ok
	}
	var err error
	if a[5] != starlark.None {
		e.pretty = true
		if s, ok := object.Text(a[5]); ok {
			e.indent = s
		} else {
			n, err := object.Int(t, a[5])
			if err != nil {
				return nil, err
			}
			if err := object.Charge(t, int64(n)); n > 0 && err != nil {
				return nil, err
			}
			e.indent = strings.Repeat(" ", max(n, 0))
		}
	}
	var ok bool
	if e.item, ok = object.Text(a[6]); !ok {
		return nil, object.Raise(object.TypeError, "make_encoder() argument 6 must be str, not %s", object.TypeName(a[6]))
	}
	if e.key, ok = object.Text(a[7]); !ok {
		return nil, object.Raise(object.TypeError, "make_encoder() argument 5 must be str, not %s", object.TypeName(a[7]))
	}
	if e.sortKeys, err = object.Truth(t, a[8]); err != nil {
		return nil, err
	}
	if a[9] != starlark.None {
		e.def = a[9]
	}
	if err := e.write(a[0], 0); err != nil {
		return nil, err
	}
	return starlark.String(e.b), nil
}

func (e *encoder) write(v value, level int) error {
	if n := len(e.b) - e.charged; n >= chargeEvery {
		e.charged += n
		if err := object.Charge(e.t, int64(n)); err != nil {
			return err
		}
	}
	switch x := object.Base(v).(type) {
	case starlark.NoneType:
		e.b = append(e.b, "null"...)
	case starlark.Bool:
		e.b = appendBool(e.b, bool(x))
	case starlark.String:
		e.str(string(x))
	case starlark.Int:
		return e.int(x)
	case starlark.Float:
		s, err := e.float(float64(x))
		e.b = append(e.b, s...)
		return err
	case *starlark.List:
		return e.list(v, object.Elems(x), level)
	case starlark.Tuple:
		return e.list(v, x, level)
	case *starlark.Dict:
		return e.dict(v, x, level)
	default:
		return e.other(v, level)
	}
	return nil
}

func appendBool(b []byte, x bool) []byte {
	if x {
		return append(b, "true"...)
	}
	return append(b, "false"...)
}

func (e *encoder) int(x starlark.Int) error {
	s, err := object.Repr(e.t, x)
	e.b = append(e.b, s...)
	return err
}

func (e *encoder) float(x float64) (string, error) {
	s := ""
	switch {
	case x != x:
		s = "NaN"
	case math.IsInf(x, 1):
		s = "Infinity"
	case math.IsInf(x, -1):
		s = "-Infinity"
	default:
		return text.ReprFloat(x), nil
	}
	if !e.allowNaN {
		return "", object.Raise(object.ValueError, "Out of range float values are not JSON compliant: %s", text.ReprFloat(x))
	}
	return s, nil
}

const hex = "0123456789abcdef"

func (e *encoder) str(s string) {
	b := append(e.b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		if c >= 0x80 && !e.ascii || c == 0x7f {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		if c < 0x80 {
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\n':
				b = append(b, '\\', 'n')
			case '\r':
				b = append(b, '\\', 'r')
			case '\t':
				b = append(b, '\\', 't')
			case '\b':
				b = append(b, '\\', 'b')
			case '\f':
				b = append(b, '\\', 'f')
			default:
				b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			}
			i++
		} else {
			r, n := text.Decode(s[i:])
			if r >= 0x10000 {
				r -= 0x10000
				b = appendUnit(appendUnit(b, 0xd800+r>>10), 0xdc00+r&0x3ff)
			} else {
				b = appendUnit(b, r)
			}
			i += n
		}
		start = i
	}
	e.b = append(append(b, s[start:]...), '"')
}

func appendUnit(b []byte, r rune) []byte {
	return append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}

// enter marks a container as being written.
func (e *encoder) enter(v value) (func(), error) {
	if err := object.Enter(e.t, " while encoding a JSON object"); err != nil {
		return nil, err
	}
	if !e.circular {
		return func() { object.Leave(e.t) }, nil
	}
	p := object.Address(v)
	if _, isTuple := v.(starlark.Tuple); isTuple {
		p = 0
	}
	if p != 0 && e.open[p] {
		object.Leave(e.t)
		return nil, object.Raise(object.ValueError, "Circular reference detected")
	}
	if e.open == nil {
		e.open = make(map[uintptr]bool)
	}
	e.open[p] = true
	return func() { delete(e.open, p); object.Leave(e.t) }, nil
}

func (e *encoder) newline(level int) {
	if e.pretty {
		e.b = append(e.b, '\n')
		for range level {
			e.b = append(e.b, e.indent...)
		}
	}
}

func (e *encoder) list(v value, items []value, level int) error {
	if len(items) == 0 {
		e.b = append(e.b, "[]"...)
		return nil
	}
	leave, err := e.enter(v)
	if err != nil {
		return err
	}
	defer leave()
	e.b = append(e.b, '[')
	for i, x := range items {
		if i > 0 {
			e.b = append(e.b, e.item...)
		}
		e.newline(level + 1)
		if err := e.write(x, level+1); err != nil {
			return err
		}
	}
	e.newline(level)
	e.b = append(e.b, ']')
	return nil
}

func (e *encoder) dict(v value, d *starlark.Dict, level int) error {
	if d.Len() == 0 {
		e.b = append(e.b, "{}"...)
		return nil
	}
	leave, err := e.enter(v)
	if err != nil {
		return err
	}
	defer leave()
	items := d.Items()
	if e.sortKeys {
		keys := make([]value, len(items))
		for i, kv := range items {
			keys[i] = kv
		}
		if err := types.SortValues(e.t, keys, keyOf, false); err != nil {
			return err
		}
		for i, kv := range keys {
			items[i] = kv.(starlark.Tuple)
		}
	}
	e.b = append(e.b, '{')
	first := true
	for _, kv := range items {
		k, ok, err := e.keyText(kv[0])
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if !first {
			e.b = append(e.b, e.item...)
		}
		first = false
		e.newline(level + 1)
		e.str(k)
		e.b = append(e.b, e.key...)
		if err := e.write(kv[1], level+1); err != nil {
			return err
		}
	}
	if !first {
		e.newline(level)
	}
	e.b = append(e.b, '}')
	return nil
}

var keyOf = object.NewFunc(object.Def{Sig: "key(item, /)", Fn: func(t *thread, a args) (value, error) {
	return a[0].(starlark.Tuple)[0], nil
}})

func (e *encoder) keyText(k value) (string, bool, error) {
	switch x := object.Base(k).(type) {
	case starlark.String:
		return string(x), true, nil
	case starlark.Float:
		s, err := e.float(float64(x))
		return s, true, err
	case starlark.Bool:
		if x {
			return "true", true, nil
		}
		return "false", true, nil
	case starlark.NoneType:
		return "null", true, nil
	case starlark.Int:
		s, err := object.Repr(e.t, x)
		return s, true, err
	}
	if e.skipKeys {
		return "", false, nil
	}
	return "", false, object.Raise(object.TypeError, "keys must be str, int, float, bool or None, not %s", object.ClassOf(k).ClassName)
}

func (e *encoder) other(v value, level int) error {
	if e.def == nil {
		return object.Raise(object.TypeError, "Object of type %s is not JSON serializable", object.ClassOf(v).ClassName)
	}
	leave, err := e.enter(v)
	if err != nil {
		return err
	}
	defer leave()
	r, err := object.Call(e.t, e.def, starlark.Tuple{v}, nil)
	if err != nil {
		return err
	}
	return e.write(r, level)
}
