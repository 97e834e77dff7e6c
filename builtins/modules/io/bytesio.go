package io

// This file defines BytesIO.

import (
	"bytes"
	"errors"
	stdio "io"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

// BytesIO is the class io.BytesIO.
var BytesIO = object.NewClass(object.Spec{
	Name: "BytesIO", Module: "_io", Base: files.BufferedIOBase, Doc: "Buffered I/O implementation using an in-memory bytes buffer.",
	New: func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return object.Make(cls, t, &byteBuffer{}), nil
	},
	Init: initBytes,
})

// A byteBuffer is the State of a BytesIO. It is a files.Stream, so that modules
// written in Go (and text layers) read and write it without the interpreter
// lock.
type byteBuffer struct {
	mu     sync.Mutex
	data   []byte
	pos    int
	closed bool
}

var _ files.Stream = (*byteBuffer)(nil)

var errPosition = errors.New("negative seek value")

// Read implements io.Reader.
func (b *byteBuffer) Read(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.pos >= len(b.data) {
		return 0, stdio.EOF
	}
	n := copy(p, b.data[b.pos:])
	b.pos += n
	return n, nil
}

// ReadAt implements io.ReaderAt.
func (b *byteBuffer) ReadAt(p []byte, off int64) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if off >= int64(len(b.data)) {
		return 0, stdio.EOF
	}
	n := copy(p, b.data[off:])
	if n < len(p) {
		return n, stdio.EOF
	}
	return n, nil
}

// Write implements io.Writer.
func (b *byteBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(p) == 0 {
		return 0, nil
	}
	if b.pos > len(b.data) {
		b.data = append(b.data, make([]byte, b.pos-len(b.data))...)
	}
	n := copy(b.data[b.pos:], p)
	b.data = append(b.data, p[n:]...)
	b.pos += len(p)
	return len(p), nil
}

// Seek implements io.Seeker.
func (b *byteBuffer) Seek(off int64, whence int) (int64, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := int(off)
	switch whence {
	case 1:
		n += b.pos
	case 2:
		n += len(b.data)
	}
	if n < 0 {
		if whence == 0 {
			return 0, errPosition
		}
		n = 0
	}
	b.pos = n
	return int64(n), nil
}

// Close implements io.Closer.
func (b *byteBuffer) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed, b.data = true, nil
	return nil
}

func (b *byteBuffer) take(n int) value {
	b.mu.Lock()
	defer b.mu.Unlock()
	from := min(b.pos, len(b.data))
	to := len(b.data)
	if n >= 0 {
		to = min(to, from+n)
	}
	b.pos = max(b.pos, to)
	return object.MakeBytes(string(b.data[from:to]))
}

func (b *byteBuffer) lineEnd(limit int) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.pos >= len(b.data) {
		return 0
	}
	rest := b.data[b.pos:]
	n := bytes.IndexByte(rest, '\n') + 1
	if n == 0 {
		n = len(rest)
	}
	if limit >= 0 {
		n = min(n, limit)
	}
	return n
}

func initBytes(t *thread, self value, a starlark.Tuple, kwargs []starlark.Tuple) error {
	b := self.(*object.Instance).State.(*byteBuffer)
	var initial value
	if len(a) > 0 {
		initial = a[0]
	}
	for _, kv := range kwargs {
		if kv[0] != starlark.String("initial_bytes") {
			return object.Raise(object.TypeError, "BytesIO() got an unexpected keyword argument %s", kv[0])
		}
		initial = kv[1]
	}
	if len(a) > 1 {
		return object.Raise(object.TypeError, "BytesIO() takes at most 1 argument (%d given)", len(a))
	}
	b.data, b.pos, b.closed = nil, 0, false
	if initial == nil || initial == starlark.None {
		return nil
	}
	s, ok := types.BytesLike(initial)
	if !ok {
		return object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(initial))
	}
	b.data = []byte(s)
	return nil
}

func bytesMethod(sig string, fn func(t *thread, b *byteBuffer, a args) (value, error)) object.Def {
	return object.Def{Sig: sig, Fn: func(t *thread, a args) (value, error) {
		b, ok := a[0].(*object.Instance).State.(*byteBuffer)
		if !ok || b.closed {
			return nil, object.Raise(object.ValueError, "I/O operation on closed file.")
		}
		return fn(t, b, a)
	}}
}

func init() {
	yes := func(t *thread, b *byteBuffer, a args) (value, error) { return starlark.True, nil }
	read := func(t *thread, b *byteBuffer, a args) (value, error) {
		n, err := size(t, a[1])
		if err != nil {
			return nil, err
		}
		return b.take(n), nil
	}
	readinto := func(t *thread, b *byteBuffer, a args) (value, error) {
		p, ok := types.WritableBuffer(a[1])
		if !ok {
			return nil, object.Raise(object.TypeError, "readinto() argument must be read-write bytes-like object, not %s", object.TypeName(a[1]))
		}
		n, _ := b.Read(p)
		return starlark.MakeInt(n), nil
	}
	BytesIO.AddMethods(
		bytesMethod("write(self, b, /)", func(t *thread, b *byteBuffer, a args) (value, error) {
			s, ok := types.BytesLike(a[1])
			if !ok {
				return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(a[1]))
			}
			if need := b.pos + len(s); need > cap(b.data) {
				if err := object.Charge(t, int64(need)+int64(need)/4); err != nil {
					return nil, err
				}
			}
			n, _ := b.Write([]byte(s))
			return starlark.MakeInt(n), nil
		}),
		bytesMethod("read(self, size=-1, /)", read),
		bytesMethod("read1(self, size=-1, /)", read),
		bytesMethod("readinto(self, buffer, /)", readinto),
		bytesMethod("readinto1(self, buffer, /)", readinto),
		bytesMethod("readline(self, size=-1, /)", func(t *thread, b *byteBuffer, a args) (value, error) {
			n, err := size(t, a[1])
			if err != nil {
				return nil, err
			}
			return b.take(b.lineEnd(n)), nil
		}),
		bytesMethod("readlines(self, size=None, /)", func(t *thread, b *byteBuffer, a args) (value, error) {
			n, err := size(t, a[1])
			if err != nil {
				return nil, err
			}
			var out []value
			for total := 0; n <= 0 || total < n; {
				end := b.lineEnd(-1)
				if end == 0 {
					break
				}
				total += end
				out = append(out, b.take(end))
			}
			return starlark.NewList(out), nil
		}),
		bytesMethod("__next__(self, /)", func(t *thread, b *byteBuffer, a args) (value, error) {
			n := b.lineEnd(-1)
			if n == 0 {
				return nil, object.Raise(object.StopIteration, "")
			}
			return b.take(n), nil
		}),
		bytesMethod("__iter__(self, /)", self[*byteBuffer]),
		bytesMethod("__enter__(self, /)", self[*byteBuffer]),
		bytesMethod("getvalue(self, /)", func(t *thread, b *byteBuffer, a args) (value, error) {
			b.mu.Lock()
			defer b.mu.Unlock()
			return object.MakeBytes(string(b.data)), nil
		}),
		bytesMethod("getbuffer(self, /)", func(t *thread, b *byteBuffer, a args) (value, error) {
			return types.NewMemoryview(types.NewBytearray(b.data))
		}),
		bytesMethod("tell(self, /)", func(t *thread, b *byteBuffer, a args) (value, error) { return starlark.MakeInt(b.pos), nil }),
		bytesMethod("seek(self, pos, whence=0, /)", func(t *thread, b *byteBuffer, a args) (value, error) {
			pos, whence, err := seekArgs(t, a)
			if err != nil {
				return nil, err
			}
			if whence < 0 || whence > 2 {
				return nil, object.Raise(object.ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
			}
			n, err := b.Seek(int64(pos), whence)
			if err != nil {
				return nil, object.Raise(object.ValueError, "negative seek value %d", pos)
			}
			return starlark.MakeInt64(n), nil
		}),
		bytesMethod("truncate(self, size=None, /)", func(t *thread, b *byteBuffer, a args) (value, error) {
			n := b.pos
			if a[1] != starlark.None {
				var err error
				if n, err = object.Int(t, a[1]); err != nil {
					return nil, err
				}
				if n < 0 {
					return nil, object.Raise(object.ValueError, "negative size value %d", n)
				}
			}
			if n < len(b.data) {
				b.data = b.data[:n]
			}
			return starlark.MakeInt(n), nil
		}),
		bytesMethod("readable(self, /)", yes), bytesMethod("writable(self, /)", yes), bytesMethod("seekable(self, /)", yes),
		bytesMethod("isatty(self, /)", func(t *thread, b *byteBuffer, a args) (value, error) { return starlark.False, nil }),
		bytesMethod("flush(self, /)", func(t *thread, b *byteBuffer, a args) (value, error) { return starlark.None, nil }),
		bytesMethod("fileno(self, /)", func(t *thread, b *byteBuffer, a args) (value, error) {
			return nil, object.Raise(files.UnsupportedOperation, "fileno")
		}),
		object.Def{Sig: "close(self, /)", Fn: func(t *thread, a args) (value, error) {
			if b, ok := a[0].(*object.Instance).State.(*byteBuffer); ok {
				b.Close()
			}
			return starlark.None, nil
		}},
	)
	BytesIO.AddAttrs(
		object.Attr{Name: "closed", Get: func(t *thread, self value) (value, error) {
			b, ok := self.(*object.Instance).State.(*byteBuffer)
			return starlark.Bool(ok && b.closed), nil
		}},
	)
}
