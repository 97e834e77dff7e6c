package files

// This file defines the classes of file objects and the methods that all of
// them share, and those of binary files.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

// The classes, as in CPython's module _io.
var (
	IOBase         = object.NewClass(object.Spec{Name: "_IOBase", Module: "_io"})
	RawIOBase      = object.NewClass(object.Spec{Name: "_RawIOBase", Module: "_io", Base: IOBase})
	BufferedIOBase = object.NewClass(object.Spec{Name: "_BufferedIOBase", Module: "_io", Base: IOBase})
	TextIOBase     = object.NewClass(object.Spec{Name: "_TextIOBase", Module: "_io", Base: IOBase})

	FileIO         = object.NewClass(object.Spec{Name: "FileIO", Module: "_io", Base: RawIOBase})
	BufferedReader = object.NewClass(object.Spec{Name: "BufferedReader", Module: "_io", Base: BufferedIOBase})
	BufferedWriter = object.NewClass(object.Spec{Name: "BufferedWriter", Module: "_io", Base: BufferedIOBase})
	BufferedRandom = object.NewClass(object.Spec{Name: "BufferedRandom", Module: "_io", Base: BufferedIOBase})
	TextIOWrapper  = object.NewClass(object.Spec{Name: "TextIOWrapper", Module: "_io", Base: TextIOBase})

	// UnsupportedOperation is raised for what a stream cannot do.
	UnsupportedOperation = object.NewClass(object.Spec{Name: "UnsupportedOperation", Module: "io", Bases: []*object.Class{object.OSError, object.ValueError}})
)

func textOf(v value) (*Text, error) {
	if x, ok := v.(*object.Instance); ok {
		if w, ok := x.State.(*Text); ok {
			return w, nil
		}
	}
	return nil, object.Raise(object.ValueError, "I/O operation on uninitialized object")
}

func bufferOf(v value) (*Buffered, error) {
	if x, ok := v.(*object.Instance); ok {
		switch s := x.State.(type) {
		case *Buffered:
			return s, nil
		case *Text:
			return s.buffer, nil
		case *raw:
			// FileIO: a buffer of nothing.
			return &Buffered{raw: s, iso: x.Isolate(), size: 1}, nil
		}
	}
	return nil, object.Raise(object.ValueError, "I/O operation on uninitialized object")
}

func rawOf(v value) (*raw, error) {
	b, err := bufferOf(v)
	if err != nil {
		return nil, err
	}
	return b.raw, nil
}

// openRaw is rawOf for an operation that needs the file open.
func openRaw(v value) (*raw, error) {
	r, err := rawOf(v)
	if err == nil && r.closed {
		err = object.Raise(object.ValueError, "I/O operation on closed file.")
	}
	return r, err
}

// checkOpen fails if a file object of any kind is closed.
func checkOpen(t *thread, v value) error {
	if d := derivedOf(v); d != nil {
		return d.open(t, v)
	}
	_, err := openRaw(v)
	return err
}

func init() {
	flag := func(name string, f func(*raw) bool) object.Def {
		return inherited(object.Def{Sig: name + "(self, /)", Fn: func(t *thread, a args) (value, error) {
			r, err := rawOf(a[0])
			if err != nil {
				return nil, err
			}
			if r.closed {
				return nil, object.Raise(object.ValueError, "I/O operation on closed file")
			}
			return starlark.Bool(f(r)), nil
		}}, derivedFalse)
	}
	IOBase.AddMethods(
		flag("readable", func(r *raw) bool { return r.readable }),
		flag("writable", func(r *raw) bool { return r.writable }),
		flag("seekable", (*raw).seekable),
		flag("isatty", (*raw).isatty),
		inherited(object.Def{Sig: "fileno(self, /)", Fn: func(t *thread, a args) (value, error) {
			r, err := rawOf(a[0])
			if err != nil {
				return nil, err
			}
			if r.closed {
				return nil, object.Raise(object.ValueError, "I/O operation on closed file")
			}
			n, err := r.fileno(t.Isolate())
			return starlark.MakeInt(n), err
		}}, derivedNot("fileno")),
		inherited(object.Def{Sig: "close(self, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := bufferOf(a[0])
			if err != nil {
				return nil, err
			}
			return starlark.None, b.close(t)
		}}, derivedClose),
		inherited(object.Def{Sig: "__enter__(self, /)", Fn: func(t *thread, a args) (value, error) {
			if _, err := openRaw(a[0]); err != nil {
				return nil, err
			}
			return a[0], nil
		}}, derivedSelf),
		object.Def{Sig: "__exit__(self, /, *args)", Fn: func(t *thread, a args) (value, error) {
			_, err := object.CallMethod(t, a[0], "close")
			return starlark.None, err
		}},
		inherited(object.Def{Sig: "__iter__(self, /)", Fn: func(t *thread, a args) (value, error) {
			if _, err := openRaw(a[0]); err != nil {
				return nil, err
			}
			return a[0], nil
		}}, derivedSelf),
		object.Def{Sig: "readlines(self, hint=-1, /)", Fn: readlines},
		object.Def{Sig: "writelines(self, lines, /)", Fn: func(t *thread, a args) (value, error) {
			if err := checkOpen(t, a[0]); err != nil {
				return nil, err
			}
			write, err := object.GetAttr(t, a[0], "write")
			if err != nil {
				return nil, err
			}
			return starlark.None, object.ForEach(t, a[1], func(v value) error {
				_, err := object.Call(t, write, starlark.Tuple{v}, nil)
				return err
			})
		}},
	)
	IOBase.AddAttrs(
		object.Attr{Name: "closed", Get: func(t *thread, self value) (value, error) {
			if d := derivedOf(self); d != nil {
				return starlark.Bool(d.closed), nil
			}
			r, err := rawOf(self)
			if err != nil {
				return nil, err
			}
			return starlark.Bool(r.closed), nil
		}},
	)
	for _, c := range []*object.Class{FileIO, BufferedReader, BufferedWriter, BufferedRandom, TextIOWrapper} {
		c.AddAttrs(
			object.Attr{Name: "name", Get: func(t *thread, self value) (value, error) {
				r, err := rawOf(self)
				if err != nil {
					return nil, err
				}
				return r.name, nil
			}},
			object.Attr{Name: "mode", Get: func(t *thread, self value) (value, error) {
				r, err := rawOf(self)
				if err != nil {
					return nil, err
				}
				return starlark.String(r.mode), nil
			}},
		)
	}
	for _, c := range []*object.Class{FileIO, BufferedReader, BufferedWriter, BufferedRandom} {
		c.AddMethods(binaryMethods(c)...)
	}
	for _, c := range []*object.Class{BufferedReader, BufferedWriter, BufferedRandom} {
		c.AddAttrs(object.Attr{Name: "raw", Get: func(t *thread, self value) (value, error) {
			r, err := rawOf(self)
			if err != nil {
				return nil, err
			}
			return object.Make(FileIO, t, r), nil
		}})
	}
}

func readlines(t *thread, a args) (value, error) {
	x, ok := a[0].(*object.Instance)
	if !ok {
		return nil, object.Raise(object.TypeError, "readlines() needs a file")
	}
	if err := checkOpen(t, x); err != nil {
		return nil, err
	}
	hint, err := sizeArg(t, a[1])
	if err != nil {
		return nil, err
	}
	var it object.Iterator
	switch s := x.State.(type) {
	case *Text:
		it = s
	case *Buffered:
		it = s
	default:
		if it, err = object.Iter(t, x); err != nil {
			return nil, err
		}
	}
	var out []value
	for total := 0; hint <= 0 || total < hint; {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			break
		}
		out = append(out, v)
		if hint > 0 {
			n, err := object.Len(t, v)
			if err != nil {
				return nil, err
			}
			total += n
		}
		if len(out)%1024 == 0 {
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
	}
	return starlark.NewList(out), nil
}

// Next implements object.Iterator.
func (b *Buffered) Next(t *object.Thread) (starlark.Value, error) {
	if err := b.canRead("read"); err != nil {
		return nil, err
	}
	s, err := b.readline(t, -1)
	if err != nil || s == "" {
		return nil, err
	}
	return types.Bytes(s), nil
}

func (b *Buffered) canRead(what string) error {
	if b.raw.closed || b.raw.readable {
		return nil
	}
	return object.Raise(UnsupportedOperation, "%s", what)
}

// binaryMethods are the methods of binary files. Each class gets its own, so
// that a wrong call names it.
func binaryMethods(c *object.Class) []object.Def {
	unsupported := func(name string) string {
		if c == FileIO {
			return map[string]string{"read": "File not open for reading", "write": "File not open for writing"}[name]
		}
		return name
	}
	read := func(name string, limit func(b *Buffered, t *thread, n int) (string, error)) object.Def {
		return object.Def{Sig: name + "(self, size=-1, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := bufferOf(a[0])
			if err != nil {
				return nil, err
			}
			n, err := sizeArg(t, a[1])
			if err != nil {
				return nil, err
			}
			if err := b.canRead(unsupported("read")); err != nil {
				return nil, err
			}
			if b.soon {
				if err := flushStandard(t); err != nil {
					return nil, err
				}
			}
			s, err := limit(b, t, n)
			return types.Bytes(s), err
		}}
	}
	defs := []object.Def{
		read("read", func(b *Buffered, t *thread, n int) (string, error) {
			if c == FileIO { // one read of the operating system's
				b.size = max(n, 1)
				if n < 0 {
					b.size = defaultBuffer
				}
				return b.read(t, n, n >= 0)
			}
			return b.read(t, n, false)
		}),
		read("read1", func(b *Buffered, t *thread, n int) (string, error) {
			if n < 0 {
				n = b.size
			}
			return b.read(t, n, true)
		}),
		read("readline", (*Buffered).readline),
		read("peek", (*Buffered).peek),
		{Sig: "readall(self, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := bufferOf(a[0])
			if err != nil {
				return nil, err
			}
			s, err := b.read(t, -1, false)
			return types.Bytes(s), err
		}},
		{Sig: "readinto(self, buffer, /)", Fn: readinto},
		{Sig: "readinto1(self, buffer, /)", Fn: readinto},
		{Sig: "__next__(self, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := bufferOf(a[0])
			if err != nil {
				return nil, err
			}
			v, err := b.Next(t)
			if v == nil && err == nil {
				err = object.Raise(object.StopIteration, "")
			}
			return v, err
		}},
		{Sig: "write(self, buffer, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := bufferOf(a[0])
			if err != nil {
				return nil, err
			}
			if !b.raw.writable {
				return nil, object.Raise(UnsupportedOperation, "%s", unsupported("write"))
			}
			s, ok := types.BytesLike(a[1])
			if !ok {
				return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(a[1]))
			}
			if err := b.write(t, s, c == FileIO); err != nil {
				return nil, err
			}
			return starlark.MakeInt(len(s)), nil
		}},
		{Sig: "flush(self, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := bufferOf(a[0])
			if err != nil {
				return nil, err
			}
			msg := "flush of closed file"
			if !b.raw.writable {
				msg = "I/O operation on closed file."
			}
			if err := b.checkClosed(msg); err != nil {
				return nil, err
			}
			return starlark.None, b.flush(t)
		}},
		{Sig: "seek(self, offset, whence=0, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := bufferOf(a[0])
			if err != nil {
				return nil, err
			}
			offset, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			whence, err := object.Int(t, a[2])
			if err != nil {
				return nil, err
			}
			if whence < 0 || whence > 2 {
				return nil, object.Raise(object.ValueError, "whence value %d unsupported", whence)
			}
			if !b.raw.closed && !b.raw.seekable() {
				return nil, object.Raise(UnsupportedOperation, "File or stream is not seekable.")
			}
			pos, err := b.seek(t, int64(offset), whence)
			return starlark.MakeInt64(pos), err
		}},
		{Sig: "tell(self, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := bufferOf(a[0])
			if err != nil {
				return nil, err
			}
			pos, err := b.tell(t)
			return starlark.MakeInt64(pos), err
		}},
		{Sig: "truncate(self, pos=None, /)", Fn: func(t *thread, a args) (value, error) {
			b, err := bufferOf(a[0])
			if err != nil {
				return nil, err
			}
			if err := b.checkClosed("truncate of closed file"); err != nil {
				return nil, err
			}
			if !b.raw.writable {
				return nil, object.Raise(UnsupportedOperation, "truncate")
			}
			size := int64(-1)
			if a[1] != starlark.None {
				n, err := object.Int(t, a[1])
				if err != nil {
					return nil, err
				}
				if n < 0 {
					return nil, object.RaiseErrno(22, "")
				}
				size = int64(n)
			}
			size, err = b.truncate(t, size)
			return starlark.MakeInt64(size), err
		}},
		{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
			r, err := rawOf(a[0])
			if err != nil {
				return nil, err
			}
			if c == FileIO && r.closed {
				return starlark.String("<_io.FileIO [closed]>"), nil
			}
			name, err := object.Repr(t, r.name)
			if c == FileIO {
				name += " mode=" + text.Repr(r.mode) + " closefd=" + map[bool]string{true: "False", false: "True"}[r.keep]
			}
			return starlark.String("<_io." + object.ClassOf(a[0]).ClassName + " name=" + name + ">"), err
		}},
	}
	return defs
}

// readinto fills a bytearray or memoryview from its start.
func readinto(t *thread, a args) (value, error) {
	b, err := bufferOf(a[0])
	if err != nil {
		return nil, err
	}
	if err := b.canRead("readinto"); err != nil {
		return nil, err
	}
	buf, ok := object.Base(a[1]).(types.Buffer)
	if !ok {
		return nil, object.Raise(object.TypeError, "readinto() argument must be read-write bytes-like object, not %s", object.TypeName(a[1]))
	}
	p, readonly := buf.Buffer()
	if readonly {
		return nil, object.Raise(object.TypeError, "readinto() argument must be read-write bytes-like object, not %s", object.TypeName(a[1]))
	}
	s, err := b.read(t, len(p), false)
	if err != nil {
		return nil, err
	}
	p, _ = buf.Buffer() // another thread may have changed it
	return starlark.MakeInt(copy(p, s)), nil
}
