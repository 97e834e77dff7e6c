package lowering

// This file defines f-strings.

import (
	"fmt"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

// A formatter is the constant part of an f-string; it is called with the
// values.
type formatter struct {
	iso   *isolate.Isolate
	parts []formatPart
	tail  string
}

type formatPart struct {
	text    string
	conv    byte // 's', 'r', 'a' or 0
	spec    string
	dynamic bool // the spec is the argument after the value
}

var _ starlark.Callable = (*formatter)(nil)

func (f *formatter) String() string        { return "<f-string>" }
func (f *formatter) Type() string          { return "formatter" }
func (f *formatter) Freeze()               {}
func (f *formatter) Truth() starlark.Bool  { return true }
func (f *formatter) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable") }
func (f *formatter) Name() string          { return "fstr" }

func newFormatter(r *env, _ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
	f := &formatter{iso: r.iso}
	list := args[0].(starlark.Tuple)
	for len(list) >= 3 {
		conv, _ := starlark.AsInt32(list[1])
		p := formatPart{text: string(list[0].(starlark.String)), conv: byte(conv)}
		if s, ok := list[2].(starlark.String); ok {
			p.spec = string(s)
		} else {
			p.dynamic = true
		}
		f.parts = append(f.parts, p)
		list = list[3:]
	}
	f.tail = string(list[0].(starlark.String))
	return f, nil
}

// CallInternal implements starlark.Callable.
func (f *formatter) CallInternal(_ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	t := f.iso.Current()
	var b strings.Builder
	for i := range f.parts {
		p := &f.parts[i]
		b.WriteString(p.text)
		v, spec := args[0], p.spec
		args = args[1:]
		if p.dynamic {
			spec = string(args[0].(starlark.String))
			args = args[1:]
		}
		s, err := p.format(t, v, spec)
		if err == nil && len(s) >= largeOperand {
			err = object.Charge(t, int64(len(s)))
		}
		if err != nil {
			return nil, err
		}
		b.WriteString(s)
	}
	b.WriteString(f.tail)
	return starlark.String(b.String()), nil
}

// escapeNonASCII writes what is not ASCII as ascii() does.
func escapeNonASCII(s string) string {
	if text.IsASCII(s) {
		return s
	}
	var b strings.Builder
	for s != "" {
		r, n := text.Decode(s)
		switch {
		case r < 0x80:
			b.WriteByte(byte(r))
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
		s = s[n:]
	}
	return b.String()
}

func (p *formatPart) format(t *thread, v value, spec string) (string, error) {
	if p.conv != 0 {
		var s string
		var err error
		switch p.conv {
		case 's':
			s, err = object.Str(t, v)
		case 'r':
			s, err = object.Repr(t, v)
		default:
			if s, err = object.Repr(t, v); err == nil {
				s = escapeNonASCII(s)
			}
		}
		if err != nil || spec == "" {
			return s, err
		}
		v = starlark.String(s)
	}
	return types.Format(t, v, spec)
}
