package io

// This file defines StringIO.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/object"
)

var stringIO = object.NewClass(object.Spec{
	Name: "StringIO", Module: "_io", Base: files.TextIOBase, Doc: "Text I/O implementation using an in-memory buffer.",
	New: func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return object.Make(cls, t, &textBuffer{}), nil
	},
	Init: initString,
})

// A textBuffer is the State of a StringIO. While text is only appended it stays
// in parts.
type textBuffer struct {
	chars   []rune
	pos     int
	parts   strings.Builder // what was appended after chars
	added   int             // its length in characters
	newline string
	crlf    bool // newline=None: line ends are translated when written
	closed  bool
}

var stringArgs = object.NewFunc(object.Def{Sig: "StringIO(initial_value='', newline='\\n')"})

func initString(t *thread, self value, args starlark.Tuple, kwargs []starlark.Tuple) error {
	a, err := stringArgs.Bind(args, kwargs)
	if err != nil {
		return err
	}
	b := self.(*object.Instance).State.(*textBuffer)
	*b = textBuffer{}
	if a[1] == starlark.None {
		b.crlf = true
	} else {
		s, ok := object.Text(a[1])
		if !ok {
			return object.Raise(object.TypeError, "newline must be str or None, not %s", object.TypeName(a[1]))
		}
		b.newline = s
	}
	if a[0] == starlark.None {
		return nil
	}
	s, ok := object.Text(a[0])
	if !ok {
		return object.Raise(object.TypeError, "initial_value must be str or None, not %s", object.TypeName(a[0]))
	}
	b.chars = []rune(b.translate(s))
	return nil
}

func (b *textBuffer) translate(s string) string {
	switch {
	case b.crlf:
		s = strings.ReplaceAll(s, "\r\n", "\n")
		return strings.ReplaceAll(s, "\r", "\n")
	case b.newline == "\r\n" || b.newline == "\r":
		return strings.ReplaceAll(s, "\n", b.newline)
	}
	return s
}

// settle puts everything into chars.
func (b *textBuffer) settle() {
	if b.added > 0 {
		b.chars = append(b.chars, []rune(b.parts.String())...)
		b.parts.Reset()
		b.added = 0
	}
}

func (b *textBuffer) length() int { return len(b.chars) + b.added }

func (b *textBuffer) write(s string) {
	if s == "" {
		return
	}
	n := 0
	for range s {
		n++
	}
	if b.pos == b.length() {
		b.parts.WriteString(s)
		b.added += n
		b.pos += n
		return
	}
	b.settle()
	for len(b.chars) < b.pos {
		b.chars = append(b.chars, 0)
	}
	over := copy(b.chars[b.pos:], []rune(s))
	b.chars = append(b.chars, []rune(s)[over:]...)
	b.pos += n
}

func (b *textBuffer) line(limit int) string {
	b.settle()
	if b.pos >= len(b.chars) {
		return ""
	}
	rest := b.chars[b.pos:]
	end := len(rest)
	for i, c := range rest {
		if b.newline == "\r\n" {
			if c == '\n' && i > 0 && rest[i-1] == '\r' {
				end = i + 1
				break
			}
			continue
		}
		if b.newline == "\r" && c == '\r' || b.newline != "\r" && c == '\n' {
			end = i + 1
			break
		}
		if b.newline == "" && !b.crlf && c == '\r' {
			end = i + 1
			if i+1 < len(rest) && rest[i+1] == '\n' {
				end++
			}
			break
		}
	}
	if limit >= 0 {
		end = min(end, limit)
	}
	b.pos += end
	return string(rest[:end])
}

func (b *textBuffer) text() string {
	if len(b.chars) == 0 {
		return b.parts.String()
	}
	b.settle()
	return string(b.chars)
}

func textOf(v value) (*textBuffer, error) {
	b, ok := v.(*object.Instance).State.(*textBuffer)
	if !ok {
		return nil, object.Raise(object.ValueError, "I/O operation on uninitialized object")
	}
	if b.closed {
		return nil, object.Raise(object.ValueError, "I/O operation on closed file")
	}
	return b, nil
}

func textMethod(sig string, fn func(t *thread, b *textBuffer, a args) (value, error)) object.Def {
	return object.Def{Sig: sig, Fn: func(t *thread, a args) (value, error) {
		b, err := textOf(a[0])
		if err != nil {
			return nil, err
		}
		return fn(t, b, a)
	}}
}

func init() {
	yes := func(t *thread, b *textBuffer, a args) (value, error) { return starlark.True, nil }
	stringIO.AddMethods(
		textMethod("write(self, s, /)", func(t *thread, b *textBuffer, a args) (value, error) {
			s, ok := object.Text(a[1])
			if !ok {
				return nil, object.Raise(object.TypeError, "string argument expected, got '%s'", object.TypeName(a[1]))
			}
			if gap := b.pos - b.length(); gap > 0 {
				if err := object.ChargeSlots(t, gap); err != nil {
					return nil, err
				}
			}
			if need := b.parts.Len() + len(s); need > b.parts.Cap() {
				if err := object.Charge(t, int64(need)+int64(need)/4); err != nil {
					return nil, err
				}
			}
			b.write(b.translate(s))
			n := 0
			for range s {
				n++
			}
			return starlark.MakeInt(n), nil
		}),
		textMethod("read(self, size=-1, /)", func(t *thread, b *textBuffer, a args) (value, error) {
			n, err := size(t, a[1])
			if err != nil {
				return nil, err
			}
			if n < 0 && b.pos == 0 {
				s := b.text()
				b.pos = b.length()
				return starlark.String(s), nil
			}
			b.settle()
			from := min(b.pos, len(b.chars))
			to := len(b.chars)
			if n >= 0 {
				to = min(to, from+n)
			}
			b.pos = max(b.pos, to)
			return starlark.String(string(b.chars[from:to])), nil
		}),
		textMethod("readline(self, size=-1, /)", func(t *thread, b *textBuffer, a args) (value, error) {
			n, err := size(t, a[1])
			if err != nil {
				return nil, err
			}
			return starlark.String(b.line(n)), nil
		}),
		textMethod("readlines(self, hint=-1, /)", func(t *thread, b *textBuffer, a args) (value, error) {
			n, err := size(t, a[1])
			if err != nil {
				return nil, err
			}
			var out []value
			for total := 0; n <= 0 || total < n; {
				s := b.line(-1)
				if s == "" {
					break
				}
				total += len(s)
				out = append(out, starlark.String(s))
			}
			return starlark.NewList(out), nil
		}),
		textMethod("__next__(self, /)", func(t *thread, b *textBuffer, a args) (value, error) {
			s := b.line(-1)
			if s == "" {
				return nil, object.Raise(object.StopIteration, "")
			}
			return starlark.String(s), nil
		}),
		textMethod("__iter__(self, /)", self[*textBuffer]),
		textMethod("__enter__(self, /)", self[*textBuffer]),
		textMethod("getvalue(self, /)", func(t *thread, b *textBuffer, a args) (value, error) {
			return starlark.String(b.text()), nil
		}),
		textMethod("tell(self, /)", func(t *thread, b *textBuffer, a args) (value, error) { return starlark.MakeInt(b.pos), nil }),
		textMethod("seek(self, pos, whence=0, /)", func(t *thread, b *textBuffer, a args) (value, error) {
			pos, whence, err := seekArgs(t, a)
			if err != nil {
				return nil, err
			}
			switch {
			case whence < 0 || whence > 2:
				return nil, object.Raise(object.ValueError, "Invalid whence (%d, should be 0, 1 or 2)", whence)
			case whence == 0 && pos < 0:
				return nil, object.Raise(object.ValueError, "Negative seek position %d", pos)
			case whence > 0 && pos != 0:
				return nil, object.Raise(object.OSError, "Can't do nonzero cur-relative seeks")
			case whence == 0:
				b.pos = pos
			case whence == 2:
				b.pos = b.length()
			}
			return starlark.MakeInt(b.pos), nil
		}),
		textMethod("truncate(self, pos=None, /)", func(t *thread, b *textBuffer, a args) (value, error) {
			n := b.pos
			if a[1] != starlark.None {
				var err error
				if n, err = object.Int(t, a[1]); err != nil {
					return nil, err
				}
				if n < 0 {
					return nil, object.Raise(object.ValueError, "Negative size value %d", n)
				}
			}
			b.settle()
			if n < len(b.chars) {
				b.chars = b.chars[:n]
			}
			return starlark.MakeInt(n), nil
		}),
		textMethod("readable(self, /)", yes), textMethod("writable(self, /)", yes), textMethod("seekable(self, /)", yes),
		textMethod("isatty(self, /)", func(t *thread, b *textBuffer, a args) (value, error) { return starlark.False, nil }),
		textMethod("flush(self, /)", func(t *thread, b *textBuffer, a args) (value, error) { return starlark.None, nil }),
		textMethod("fileno(self, /)", func(t *thread, b *textBuffer, a args) (value, error) {
			return nil, object.Raise(files.UnsupportedOperation, "fileno")
		}),
		object.Def{Sig: "close(self, /)", Fn: func(t *thread, a args) (value, error) {
			if b, ok := a[0].(*object.Instance).State.(*textBuffer); ok {
				*b = textBuffer{closed: true}
			}
			return starlark.None, nil
		}},
	)
	none := func(name string) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) { return starlark.None, nil }}
	}
	stringIO.AddAttrs(
		object.Attr{Name: "closed", Get: func(t *thread, self value) (value, error) {
			b, ok := self.(*object.Instance).State.(*textBuffer)
			return starlark.Bool(ok && b.closed), nil
		}},
		object.Attr{Name: "line_buffering", Get: func(t *thread, self value) (value, error) { return starlark.False, nil }},
		none("newlines"), none("encoding"), none("errors"),
	)
}
