package object

// This file reads back the key that go.starlark.net has put as text into a
// "key … not in dict" error: KeyError holds the key itself.

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
)

// lastNamed remembers the object whose String method go.starlark.net called
// last: the key of an object kind, which cannot be read back from text.
type namedObject struct {
	value *Instance
	text  string
}

var lastNamed = isolate.NewKey(func(*isolate.Isolate) *namedObject { return new(namedObject) })

// keyOf returns the value that text, a value's String, stands for.
func keyOf(t *Thread, text string) starlark.Value {
	p := keyParser{s: text}
	if v, ok := p.value(0); ok && p.i == len(p.s) {
		return v
	}
	if t != nil {
		if last := lastNamed.In(t.Isolate()); last.value != nil && last.text == text {
			return last.value
		}
	}
	return &lostValue{text}
}

type keyParser struct {
	s string
	i int
}

func (p *keyParser) value(depth int) (starlark.Value, bool) {
	if depth > 50 || p.i >= len(p.s) {
		return nil, false
	}
	rest := p.s[p.i:]
	switch c := rest[0]; {
	case c == '"':
		s, ok := p.quoted()
		return starlark.String(s), ok
	case c == 'b':
		if s, n, ok := parseBytesRepr(rest); ok {
			p.i += n
			return MakeBytes(s), true
		}
	case c == '(':
		p.i++
		var out starlark.Tuple
		for {
			if strings.HasPrefix(p.s[p.i:], ")") {
				p.i++
				return out, true
			}
			v, ok := p.value(depth + 1)
			if !ok {
				return nil, false
			}
			out = append(out, v)
			if strings.HasPrefix(p.s[p.i:], ", ") {
				p.i += 2
			} else if strings.HasPrefix(p.s[p.i:], ",)") {
				p.i++
			} else if !strings.HasPrefix(p.s[p.i:], ")") {
				return nil, false
			}
		}
	}
	end := strings.IndexAny(rest, ",)")
	if end < 0 {
		end = len(rest)
	}
	word := rest[:end]
	p.i += end
	switch word {
	case "None":
		return starlark.None, true
	case "True":
		return starlark.True, true
	case "False":
		return starlark.False, true
	case "nan":
		return starlark.Float(math.NaN()), true
	case "inf", "+inf":
		return starlark.Float(math.Inf(1)), true
	case "-inf":
		return starlark.Float(math.Inf(-1)), true
	}
	if n, ok := new(big.Int).SetString(word, 10); ok {
		return starlark.MakeBigInt(n), true
	}
	if f, err := strconv.ParseFloat(word, 64); err == nil {
		return starlark.Float(f), true
	}
	return nil, false
}

// quoted reads what go.starlark.net's quoting wrote.
func (p *keyParser) quoted() (string, bool) {
	i := p.i + 1
	for ; i < len(p.s); i++ {
		switch p.s[i] {
		case '\\':
			i++
		case '"':
			s, err := strconv.Unquote(p.s[p.i : i+1])
			p.i = i + 1
			return s, err == nil
		}
	}
	return "", false
}

// A lostValue stands for a value of which only the text is known.
type lostValue struct{ text string }

func (v *lostValue) String() string        { return v.text }
func (v *lostValue) Type() string          { return "object" }
func (v *lostValue) Freeze()               {}
func (v *lostValue) Truth() starlark.Bool  { return true }
func (v *lostValue) Hash() (uint32, error) { return hashPointer(v), nil }
func (v *lostValue) Class() *Class         { return ObjectType }
