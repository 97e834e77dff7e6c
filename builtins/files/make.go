package files

// This file defines how other modules make file objects: over a file of the
// operating system (pipes), and over a stream that is written in Go.

import (
	"io"
	"os"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// A Layer is the text layer that MakeFile puts over a stream.
type Layer struct {
	Encoding string // "" is UTF-8
	Errors   string // "" is strict
	Newline  *string
	Lines    bool // line_buffering
}

// MakeFile makes a file object over r or w (one may be nil); text is nil for a
// binary one. An *os.File given as either is closed with the object, as is any
// other io.Closer.
func MakeFile(t *object.Thread, name starlark.Value, mode string, r io.Reader, w io.Writer, buffer int, text *Layer) (*object.Instance, error) {
	x := &raw{name: name, mode: mode, r: r, w: w, readable: r != nil, writable: w != nil}
	if f, ok := r.(*os.File); ok {
		x.f = f
	} else if f, ok := w.(*os.File); ok {
		x.f = f
	}
	if x.f != nil {
		x.r, x.w = x.f, x.f
	}
	if buffer == 0 && text == nil {
		return object.Make(FileIO, t, x), nil
	}
	class := BufferedReader
	switch {
	case x.readable && x.writable:
		class = BufferedRandom
	case x.writable:
		class = BufferedWriter
	}
	b := object.Make(class, t, newBuffered(t, x, buffer))
	if text == nil {
		return b, nil
	}
	return wrapText(t, object.NewInstance(TextIOWrapper, t), b, text)
}

func wrapText(t *thread, into, b *object.Instance, l *Layer) (*object.Instance, error) {
	encoding, errors := "UTF-8", "strict"
	if l.Encoding != "" && l.Encoding != "locale" {
		encoding = l.Encoding
	}
	if l.Errors != "" {
		errors = l.Errors
	}
	w := &Text{buffer: b.State.(*Buffered), object: b, lines: l.Lines}
	w.setNewline(l.Newline)
	if err := w.setEncoding(encoding, errors); err != nil {
		return nil, err
	}
	into.State = w
	return into, nil
}

// A Stream is the State of an object that is a binary stream made in Go
// (BytesIO): a text layer can be put over it. Its methods are called without the
// interpreter lock.
type Stream interface {
	io.ReadWriteSeeker
	io.Closer
}

var textInit = object.NewFunc(object.Def{Sig: "TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)"})

func init() {
	TextIOWrapper.New = func(t *object.Thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return object.NewInstance(cls, t), nil
	}
	TextIOWrapper.Init = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		a, err := textInit.Bind(args, kwargs)
		if err != nil {
			return err
		}
		x, ok := a[0].(*object.Instance)
		if !ok {
			return object.Raise(object.AttributeError, "'%s' object has no attribute 'readable'", object.TypeName(a[0]))
		}
		l := &Layer{}
		if l.Encoding, ok = object.Text(a[1]); !ok && a[1] != starlark.None {
			return object.Raise(object.TypeError, "TextIOWrapper() argument 'encoding' must be str or None, not %s", object.TypeName(a[1]))
		}
		if l.Errors, ok = object.Text(a[2]); !ok && a[2] != starlark.None {
			return object.Raise(object.TypeError, "TextIOWrapper() argument 'errors' must be str or None, not %s", object.TypeName(a[2]))
		}
		if l.Newline, err = newlineArg(a[3]); err != nil {
			return err
		}
		if l.Lines, err = object.Truth(t, a[4]); err != nil {
			return err
		}
		if _, ok := x.State.(*Buffered); !ok {
			r, err := rawUnder(t, x)
			if err != nil {
				return err
			}
			y := object.Make(BufferedRandom, t, newBuffered(t, r, 0))
			y.Extra = x
			x = y
		}
		_, err = wrapText(t, self.(*object.Instance), x, l)
		return err
	}
}

// OSFile returns the operating system's file under a file object, or nil.
func OSFile(x *object.Instance) *os.File {
	switch s := x.State.(type) {
	case *raw:
		return s.f
	case *Buffered:
		return s.raw.f
	case *Text:
		return s.buffer.raw.f
	}
	return nil
}
