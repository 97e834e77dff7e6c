package json

// This file defines reading: from text to values.

import (
	"math"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// A decoder reads one text.
type decoder struct {
	t      *thread
	s      string
	strict bool

	object, pairs, float, int, constant value // hooks, or nil

	msg string // what is wrong, and where (a byte offset)
	at  int
}

// failed stands for msg and at.
var failed = object.Raise(object.ValueError, "JSON")

// scan reads a value at a position. It returns (value, end), or (message,
// position, None) for a text that is not JSON; positions count characters.
func scan(t *thread, a args) (value, error) {
	s, ok := object.Text(a[0])
	if !ok {
		return nil, object.Raise(object.TypeError, "first argument must be a string, not %s", object.TypeName(a[0]))
	}
	pos, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	d := &decoder{t: t, s: s}
	whole, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	if d.strict, err = object.Truth(t, a[3]); err != nil {
		return nil, err
	}
	for i, p := range []*value{&d.object, &d.pairs, &d.float, &d.int, &d.constant} {
		if a[4+i] != starlark.None {
			*p = a[4+i]
		}
	}
	i := 0
	if pos > 0 {
		i = text.ByteOffset(s, pos)
	}
	if whole {
		i = d.space(i)
	}
	v, i, err := d.value(i)
	if err == nil && whole {
		if i = d.space(i); i < len(s) {
			d.msg, d.at, err = "Extra data", i, failed
		}
	}
	if err == failed {
		return starlark.Tuple{starlark.String(d.msg), starlark.MakeInt(text.RuneOffset(s, min(d.at, len(s)))), starlark.None}, nil
	}
	if err != nil {
		return nil, err
	}
	if whole {
		return starlark.Tuple{v, starlark.MakeInt(0)}, nil
	}
	return starlark.Tuple{v, starlark.MakeInt(text.RuneOffset(s, i))}, nil
}

func (d *decoder) fail(msg string, at int) error {
	d.msg, d.at = msg, at
	return failed
}

func (d *decoder) space(i int) int {
	for i < len(d.s) {
		switch d.s[i] {
		case ' ', '\t', '\n', '\r':
			i++
		default:
			return i
		}
	}
	return i
}

func (d *decoder) value(i int) (value, int, error) {
	if i >= len(d.s) {
		return nil, 0, d.fail("Expecting value", i)
	}
	rest := d.s[i:]
	switch c := rest[0]; {
	case c == '"':
		s, end, err := d.str(i + 1)
		return starlark.String(s), end, err
	case c == '{':
		return d.dict(i + 1)
	case c == '[':
		return d.list(i + 1)
	case c == 'n' && strings.HasPrefix(rest, "null"):
		return starlark.None, i + 4, nil
	case c == 't' && strings.HasPrefix(rest, "true"):
		return starlark.True, i + 4, nil
	case c == 'f' && strings.HasPrefix(rest, "false"):
		return starlark.False, i + 5, nil
	case c == 'N' && strings.HasPrefix(rest, "NaN"):
		return d.special("NaN", math.NaN(), i)
	case c == 'I' && strings.HasPrefix(rest, "Infinity"):
		return d.special("Infinity", math.Inf(1), i)
	case c == '-' && strings.HasPrefix(rest, "-Infinity"):
		return d.special("-Infinity", math.Inf(-1), i)
	case c == '-' || c >= '0' && c <= '9':
		return d.number(i)
	}
	return nil, 0, d.fail("Expecting value", i)
}

func (d *decoder) special(name string, x float64, i int) (value, int, error) {
	if d.constant == nil {
		return starlark.Float(x), i + len(name), nil
	}
	v, err := object.Call(d.t, d.constant, starlark.Tuple{starlark.String(name)}, nil)
	return v, i + len(name), err
}

func (d *decoder) number(start int) (value, int, error) {
	s := d.s
	i := start
	digits := func() int {
		from := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return i - from
	}
	if s[i] == '-' {
		i++
	}
	if i < len(s) && s[i] == '0' {
		i++
	} else if digits() == 0 {
		return nil, 0, d.fail("Expecting value", start)
	}
	isFloat := false
	if i+1 < len(s) && s[i] == '.' && s[i+1] >= '0' && s[i+1] <= '9' {
		i++
		digits()
		isFloat = true
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		mark := i
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if digits() == 0 {
			i = mark
		} else {
			isFloat = true
		}
	}
	lit := s[start:i]
	if isFloat {
		if d.float != nil {
			v, err := object.Call(d.t, d.float, starlark.Tuple{starlark.String(lit)}, nil)
			return v, i, err
		}
		x, err := text.ParseFloat(lit)
		return starlark.Float(x), i, err
	}
	if d.int != nil {
		v, err := object.Call(d.t, d.int, starlark.Tuple{starlark.String(lit)}, nil)
		return v, i, err
	}
	if len(lit) < 18 {
		n, neg := int64(0), false
		for _, c := range []byte(lit) {
			if c == '-' {
				neg = true
			} else {
				n = n*10 + int64(c-'0')
			}
		}
		if neg {
			n = -n
		}
		return starlark.MakeInt64(n), i, nil
	}
	v, err := object.Call(d.t, object.IntType, starlark.Tuple{starlark.String(lit)}, nil)
	return v, i, err
}

// str reads a string from behind its opening quote.
func (d *decoder) str(start int) (string, int, error) {
	s := d.s
	i := start
	for i < len(s) && s[i] != '"' && s[i] != '\\' && s[i] >= 0x20 {
		i++
	}
	if i < len(s) && s[i] == '"' {
		return s[start:i], i + 1, nil
	}
	b := append(make([]byte, 0, i-start+32), s[start:i]...)
	for i < len(s) {
		switch c := s[i]; {
		case c == '"':
			return string(b), i + 1, nil
		case c < 0x20 && d.strict:
			return "", 0, d.fail("Invalid control character at", i)
		case c != '\\':
			b = append(b, c)
			i++
		default:
			i++
			if i >= len(s) {
				return "", 0, d.fail("Unterminated string starting at", start-1)
			}
			switch s[i] {
			case '"', '\\', '/':
				b = append(b, s[i])
			case 'b':
				b = append(b, '\b')
			case 'f':
				b = append(b, '\f')
			case 'n':
				b = append(b, '\n')
			case 'r':
				b = append(b, '\r')
			case 't':
				b = append(b, '\t')
			case 'u':
				r, ok := unit(s, i+1)
				if !ok {
					return "", 0, d.fail("Invalid \\uXXXX escape", i)
				}
				i += 4
				if r >= 0xd800 && r < 0xdc00 && strings.HasPrefix(s[i+1:], "\\u") {
					if low, ok := unit(s, i+3); ok && low >= 0xdc00 && low < 0xe000 {
						r = 0x10000 + (r-0xd800)<<10 + (low - 0xdc00)
						i += 6
					}
				}
				b = text.AppendRune(b, r)
			default:
				return "", 0, d.fail("Invalid \\escape", i-1)
			}
			i++
		}
	}
	return "", 0, d.fail("Unterminated string starting at", start-1)
}

func unit(s string, i int) (rune, bool) {
	if i+4 > len(s) {
		return 0, false
	}
	r := rune(0)
	for _, c := range []byte(s[i : i+4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c >= 'a' && c <= 'f':
			r = r<<4 | rune(c-'a'+10)
		case c >= 'A' && c <= 'F':
			r = r<<4 | rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

func (d *decoder) list(i int) (value, int, error) {
	if err := object.Enter(d.t, " while decoding a JSON array from a unicode string"); err != nil {
		return nil, 0, err
	}
	defer object.Leave(d.t)
	var out []value
	i = d.space(i)
	if i < len(d.s) && d.s[i] == ']' {
		return starlark.NewList(out), i + 1, nil
	}
	for {
		v, end, err := d.value(i)
		if err != nil {
			return nil, 0, err
		}
		out = append(out, v)
		i = d.space(end)
		switch {
		case i < len(d.s) && d.s[i] == ']':
			return starlark.NewList(out), i + 1, nil
		case i >= len(d.s) || d.s[i] != ',':
			return nil, 0, d.fail("Expecting ',' delimiter", i)
		}
		comma := i
		i = d.space(i + 1)
		if i < len(d.s) && d.s[i] == ']' {
			return nil, 0, d.fail("Illegal trailing comma before end of array", comma)
		}
	}
}

func (d *decoder) dict(i int) (value, int, error) {
	if err := object.Enter(d.t, " while decoding a JSON object from a unicode string"); err != nil {
		return nil, 0, err
	}
	defer object.Leave(d.t)
	out := starlark.NewDict(0)
	var pairs []value
	i = d.space(i)
	if i < len(d.s) && d.s[i] == '}' {
		return d.finish(out, pairs, i+1)
	}
	for {
		if i >= len(d.s) || d.s[i] != '"' {
			return nil, 0, d.fail("Expecting property name enclosed in double quotes", i)
		}
		k, end, err := d.str(i + 1)
		if err != nil {
			return nil, 0, err
		}
		i = d.space(end)
		if i >= len(d.s) || d.s[i] != ':' {
			return nil, 0, d.fail("Expecting ':' delimiter", i)
		}
		v, end, err := d.value(d.space(i + 1))
		if err != nil {
			return nil, 0, err
		}
		if d.pairs != nil {
			pairs = append(pairs, starlark.Tuple{starlark.String(k), v})
		} else if err := out.SetKey(starlark.String(k), v); err != nil {
			return nil, 0, err
		}
		i = d.space(end)
		switch {
		case i < len(d.s) && d.s[i] == '}':
			return d.finish(out, pairs, i+1)
		case i >= len(d.s) || d.s[i] != ',':
			return nil, 0, d.fail("Expecting ',' delimiter", i)
		}
		comma := i
		i = d.space(i + 1)
		if i < len(d.s) && d.s[i] == '}' {
			return nil, 0, d.fail("Illegal trailing comma before end of object", comma)
		}
	}
}

func (d *decoder) finish(out *starlark.Dict, pairs []value, end int) (value, int, error) {
	switch {
	case d.pairs != nil:
		v, err := object.Call(d.t, d.pairs, starlark.Tuple{starlark.NewList(pairs)}, nil)
		return v, end, err
	case d.object != nil:
		v, err := object.Call(d.t, d.object, starlark.Tuple{out}, nil)
		return v, end, err
	}
	return out, end, nil
}
