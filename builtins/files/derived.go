package files

// This file defines what classes that a script derives from io's inherit, and
// streams that are objects of such classes: a buffer or a text layer over
// anything that has read, write, seek and close.

import (
	"io"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

// A derived is the State of an object whose class a script derived from an
// abstract class of io: all that such an object has of its own is whether it was
// closed.
type derived struct{ closed bool }

func derivedOf(v value) *derived {
	if x, ok := v.(*object.Instance); ok {
		d, _ := x.State.(*derived)
		return d
	}
	return nil
}

// inherited adds the methods of derived objects to the Go method of the same
// name: def serves objects made in Go, fn the others.
func inherited(def object.Def, fn func(t *thread, d *derived, a args) (value, error)) object.Def {
	native := def.Fn
	def.Fn = func(t *thread, a args) (value, error) {
		if d := derivedOf(a[0]); d != nil {
			return fn(t, d, a)
		}
		return native(t, a)
	}
	return def
}

func derivedMethod(sig string, fn func(t *thread, d *derived, a args) (value, error)) object.Def {
	return inherited(object.Def{Sig: sig, Fn: func(t *thread, a args) (value, error) {
		return nil, object.Raise(object.ValueError, "I/O operation on uninitialized object")
	}}, fn)
}

// open is the check that most methods begin with: the object's own idea of
// closed counts.
func (d *derived) open(t *thread, v value) error {
	closed, err := object.GetAttr(t, v, "closed")
	if err != nil {
		return err
	}
	if yes, err := object.Truth(t, closed); err != nil || !yes {
		return err
	}
	return object.Raise(object.ValueError, "I/O operation on closed file.")
}

func derivedFalse(t *thread, d *derived, a args) (value, error) {
	return starlark.False, d.open(t, a[0])
}

func derivedNot(what string) func(t *thread, d *derived, a args) (value, error) {
	return func(t *thread, d *derived, a args) (value, error) {
		return nil, object.Raise(UnsupportedOperation, "%s", what)
	}
}

func derivedClose(t *thread, d *derived, a args) (value, error) {
	if d.closed {
		return starlark.None, nil
	}
	_, err := object.CallMethod(t, a[0], "flush")
	d.closed = true
	return starlark.None, err
}

func derivedSelf(t *thread, d *derived, a args) (value, error) { return a[0], d.open(t, a[0]) }

// derivedReadline reads what peek says belongs to the line, else a byte at a
// time.
func derivedReadline(t *thread, d *derived, a args) (value, error) {
	limit, err := sizeArg(t, a[1])
	if err != nil {
		return nil, err
	}
	peek := object.Special(a[0], "peek") != nil
	var line []byte
	for limit < 0 || len(line) < limit {
		n := 1
		if peek {
			v, err := object.CallMethod(t, a[0], "peek", starlark.MakeInt(1))
			if err != nil {
				return nil, err
			}
			ahead, _ := types.BytesLike(v)
			for n = 0; n < len(ahead) && (limit < 0 || len(line)+n < limit); {
				n++
				if ahead[n-1] == '\n' {
					break
				}
			}
			n = max(n, 1)
		}
		v, err := object.CallMethod(t, a[0], "read", starlark.MakeInt(n))
		if err != nil {
			return nil, err
		}
		p, ok := types.BytesLike(v)
		if !ok {
			return nil, object.Raise(object.OSError, "read() should have returned a bytes object, not '%s'", object.TypeName(v))
		}
		line = append(line, p...)
		if p == "" || p[len(p)-1] == '\n' {
			break
		}
	}
	return types.Bytes(line), nil
}

func derivedNext(t *thread, d *derived, a args) (value, error) {
	line, err := object.CallMethod(t, a[0], "readline")
	if err != nil {
		return nil, err
	}
	if n, err := object.Len(t, line); err != nil || n > 0 {
		return line, err
	}
	return nil, object.Raise(object.StopIteration, "")
}

// derivedRead is RawIOBase.read, made of readinto.
func derivedRead(t *thread, d *derived, a args) (value, error) {
	n, err := sizeArg(t, a[1])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return object.CallMethod(t, a[0], "readall")
	}
	buf := types.NewBytearray(make([]byte, n))
	v, err := object.CallMethod(t, a[0], "readinto", buf)
	if err != nil || v == starlark.None {
		return v, err
	}
	got, err := object.Int(t, v)
	if err != nil {
		return nil, err
	}
	s, _ := types.BytesLike(buf)
	if got < 0 || got > len(s) {
		return nil, object.Raise(object.ValueError, "readinto returned %d outside buffer size %d", got, n)
	}
	return types.Bytes(s[:got]), nil
}

func derivedReadall(t *thread, d *derived, a args) (value, error) {
	var all []byte
	for {
		v, err := object.CallMethod(t, a[0], "read", starlark.MakeInt(defaultBuffer))
		if err != nil {
			return nil, err
		}
		p, ok := types.BytesLike(v)
		if !ok && v != starlark.None {
			return nil, object.Raise(object.TypeError, "read() should return bytes")
		}
		if p == "" {
			return types.Bytes(all), nil
		}
		all = append(all, p...)
	}
}

// derivedReadinto is BufferedIOBase.readinto, made of read.
func derivedReadinto(method string) func(t *thread, d *derived, a args) (value, error) {
	return func(t *thread, d *derived, a args) (value, error) {
		p, ok := types.WritableBuffer(a[1])
		if !ok {
			return nil, object.Raise(object.TypeError, "readinto() argument must be read-write bytes-like object, not %s", object.TypeName(a[1]))
		}
		v, err := object.CallMethod(t, a[0], method, starlark.MakeInt(len(p)))
		if err != nil {
			return nil, err
		}
		s, ok := types.BytesLike(v)
		if !ok {
			return nil, object.Raise(object.TypeError, "read() should return bytes")
		}
		p, _ = types.WritableBuffer(a[1])
		if len(s) > len(p) {
			return nil, object.Raise(object.ValueError, "read() returned too much data: %d bytes requested, %d returned", len(p), len(s))
		}
		return starlark.MakeInt(copy(p, s)), nil
	}
}

func init() {
	fresh := func(t *object.Thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return object.Make(cls, t, &derived{}), nil
	}
	for _, c := range []*object.Class{IOBase, RawIOBase, BufferedIOBase, TextIOBase} {
		c.New = fresh
	}
	IOBase.AddMethods(
		derivedMethod("flush(self, /)", func(t *thread, d *derived, a args) (value, error) { return starlark.None, d.open(t, a[0]) }),
		derivedMethod("seek(self, offset, whence=0, /)", derivedNot("seek")),
		derivedMethod("truncate(self, size=None, /)", derivedNot("truncate")),
		derivedMethod("tell(self, /)", func(t *thread, d *derived, a args) (value, error) {
			return object.CallMethod(t, a[0], "seek", starlark.MakeInt(0), starlark.MakeInt(1))
		}),
		derivedMethod("readline(self, size=-1, /)", derivedReadline),
		derivedMethod("__next__(self, /)", derivedNext),
	)
	RawIOBase.AddMethods(
		derivedMethod("read(self, size=-1, /)", derivedRead),
		derivedMethod("readall(self, /)", derivedReadall),
	)
	BufferedIOBase.AddMethods(
		derivedMethod("read(self, size=-1, /)", derivedNot("read")),
		derivedMethod("read1(self, size=-1, /)", derivedNot("read1")),
		derivedMethod("write(self, b, /)", derivedNot("write")),
		derivedMethod("detach(self, /)", derivedNot("detach")),
		derivedMethod("readinto(self, buffer, /)", derivedReadinto("read")),
		derivedMethod("readinto1(self, buffer, /)", derivedReadinto("read1")),
	)
	for _, name := range []string{"encoding", "newlines", "errors"} {
		TextIOBase.AddAttrs(object.Attr{Name: name, Get: func(t *thread, self value) (value, error) { return starlark.None, nil }})
	}
	TextIOBase.AddMethods(
		derivedMethod("read(self, size=-1, /)", derivedNot("read")),
		derivedMethod("readline(self, size=-1, /)", derivedNot("readline")),
		derivedMethod("write(self, s, /)", derivedNot("write")),
		derivedMethod("detach(self, /)", derivedNot("detach")),
	)
}

// An objectStream is an object of a script's as a stream. Its methods are called
// with the interpreter lock, on the thread that holds it.
type objectStream struct{ x *object.Instance }

var (
	_ io.ReadWriteSeeker = (*objectStream)(nil)
	_ io.Closer          = (*objectStream)(nil)
)

func (s *objectStream) thread() *thread { return s.x.Isolate().Current() }

func (s *objectStream) call(name string, a ...value) (value, error) {
	return object.CallMethod(s.thread(), s.x, name, a...)
}

// asks calls a method that answers yes or no.
func (s *objectStream) asks(name string) (bool, error) {
	v, err := s.call(name)
	if err != nil {
		return false, err
	}
	return object.Truth(s.thread(), v)
}

// Read implements io.Reader.
func (s *objectStream) Read(p []byte) (int, error) {
	name := "read"
	if object.Special(s.x, "read1") != nil {
		name = "read1"
	}
	v, err := s.call(name, starlark.MakeInt(len(p)))
	if err != nil {
		return 0, err
	}
	b, ok := types.BytesLike(v)
	if !ok {
		return 0, object.Raise(object.TypeError, "underlying %s() should have returned a bytes-like object, not '%s'", name, object.TypeName(v))
	}
	if len(b) > len(p) {
		return 0, object.Raise(object.OSError, "raw readinto() returned invalid length %d (should have been between 0 and %d)", len(b), len(p))
	}
	if b == "" {
		return 0, io.EOF
	}
	return copy(p, b), nil
}

// Write implements io.Writer.
func (s *objectStream) Write(p []byte) (int, error) {
	for done := 0; done < len(p); {
		v, err := s.call("write", types.Bytes(p[done:]))
		if err != nil {
			return done, err
		}
		if v == starlark.None {
			break
		}
		n, err := object.Int(s.thread(), v)
		if err != nil {
			return done, err
		}
		if n <= 0 || n > len(p)-done {
			return done, object.Raise(object.OSError, "raw write() returned invalid length %d (should have been between 0 and %d)", n, len(p)-done)
		}
		done += n
	}
	return len(p), nil
}

// Seek implements io.Seeker.
func (s *objectStream) Seek(offset int64, whence int) (int64, error) {
	v, err := s.call("seek", starlark.MakeInt64(offset), starlark.MakeInt(whence))
	if err != nil {
		return 0, err
	}
	n, err := object.Int(s.thread(), v)
	return int64(n), err
}

// Close implements io.Closer.
func (s *objectStream) Close() error {
	_, err := s.call("close")
	return err
}

// overObject makes the raw stream under a buffer or a text layer.
func overObject(t *thread, x *object.Instance) (*raw, error) {
	s := &objectStream{x}
	r := &raw{name: starlark.None, r: s, w: s}
	var err error
	if r.readable, err = s.asks("readable"); err != nil {
		return nil, err
	}
	if r.writable, err = s.asks("writable"); err != nil {
		return nil, err
	}
	if name, err := object.GetAttr(t, x, "name"); err == nil {
		r.name = name
	} else if !object.IsCaught(t, err, object.AttributeError) {
		return nil, err
	}
	return r, nil
}

// rawUnder is the raw stream that a buffer is made over.
func rawUnder(t *thread, v value) (*raw, error) {
	x, ok := v.(*object.Instance)
	if !ok {
		return nil, object.Raise(object.AttributeError, "'%s' object has no attribute 'readable'", object.TypeName(v))
	}
	switch s := x.State.(type) {
	case *raw:
		return s, nil
	case *Buffered:
		return s.raw, nil
	case Stream:
		return &raw{name: starlark.None, r: s, w: s, readable: true, writable: true}, nil
	}
	return overObject(t, x)
}

var (
	bufferInit = object.NewFunc(object.Def{Sig: "BufferedReader(raw, buffer_size=8192)"})
	fileInit   = object.NewFunc(object.Def{Sig: "FileIO(file, mode='r', closefd=True, opener=None)"})
)

func init() {
	for _, c := range []*object.Class{BufferedReader, BufferedWriter, BufferedRandom, FileIO} {
		c.New = func(t *object.Thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return object.NewInstance(cls, t), nil
		}
	}
	for _, c := range []*object.Class{BufferedReader, BufferedWriter, BufferedRandom} {
		c.Init = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
			a, err := bufferInit.Bind(args, kwargs)
			if err != nil {
				return err
			}
			size, err := object.Int(t, a[1])
			if err != nil {
				return err
			}
			if size <= 0 {
				return object.Raise(object.ValueError, "buffer size must be strictly positive")
			}
			r, err := rawUnder(t, a[0])
			if err != nil {
				return err
			}
			switch {
			case c != BufferedWriter && !r.readable:
				return object.Raise(UnsupportedOperation, "File or stream is not readable.")
			case c != BufferedReader && !r.writable:
				return object.Raise(UnsupportedOperation, "File or stream is not writable.")
			}
			self.(*object.Instance).State = newBuffered(t, r, size)
			return nil
		}
	}
	FileIO.Init = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		a, err := fileInit.Bind(args, kwargs)
		if err != nil {
			return err
		}
		mode, err := object.TextArg(a[1], "FileIO", "mode")
		if err != nil {
			return err
		}
		v, err := Open(t, object.Args{a[0], starlark.String(mode + "b"), starlark.MakeInt(0), starlark.None, starlark.None, starlark.None, a[2], a[3]})
		if err != nil {
			return err
		}
		self.(*object.Instance).State = v.(*object.Instance).State
		return nil
	}
}
