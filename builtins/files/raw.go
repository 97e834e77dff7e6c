package files

// This file defines raw, a stream without a buffer: FileIO.

import (
	"context"
	"io"
	"os"
	"sync"

	"github.com/mattn/go-isatty"
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// raw is a file of the operating system, or a stream that the host gave.
type raw struct {
	name     value // what the script passed to open
	mode     string
	f        *os.File // nil for a host's stream
	r        io.Reader
	w        io.Writer
	readable bool
	writable bool
	append   bool
	keep     bool // closefd=False: close leaves the descriptor open
	lent     bool // a stream of the host's, which close leaves open too
	mu       sync.Mutex
	closed   bool
}

func (r *raw) seekable() bool {
	if r.f == nil {
		if s, ok := r.r.(*objectStream); ok {
			yes, err := s.asks("seekable")
			return yes && err == nil
		}
		_, ok := r.r.(io.Seeker)
		return ok
	}
	st, err := r.f.Stat()
	return err == nil && st.Mode().IsRegular()
}

// A Filer is a host's stream that stands before a file of the operating system.
type Filer interface{ File() *os.File }

// file returns the file of the operating system, or nil.
func (r *raw) file() *os.File {
	if r.f != nil {
		return r.f
	}
	for _, s := range []any{r.r, r.w} {
		switch s := s.(type) {
		case *os.File:
			return s
		case Filer:
			return s.File()
		}
	}
	return nil
}

func (r *raw) isatty() bool {
	f := r.file()
	return f != nil && isatty.IsTerminal(f.Fd())
}

func (r *raw) fileno(iso *isolate.Isolate) (int, error) {
	f := r.file()
	if f == nil {
		return 0, object.Raise(UnsupportedOperation, "fileno")
	}
	return permit.AddFile(iso, f), nil
}

// A ContextReader is a stream whose reads end with a context.
type ContextReader interface {
	ReadContext(ctx context.Context, p []byte) (int, error)
}

// A ContextWriter is a stream whose writes end with a context.
type ContextWriter interface {
	WriteContext(ctx context.Context, p []byte) (int, error)
}

// duplex reports whether reading and writing are two streams, as a socket's are:
// neither has a position.
func (r *raw) duplex() bool {
	if r.f != nil || !r.readable || !r.writable {
		return false
	}
	_, ok := r.r.(io.Seeker)
	return !ok
}

// read reads once, without the interpreter lock. 0 bytes are the end.
func (r *raw) read(t *thread, p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if s, ok := r.r.(*objectStream); ok {
		n, err := s.Read(p)
		if err == io.EOF {
			err = nil
		}
		return n, err
	}
	n := 0
	err := t.Block(func(ctx context.Context) error {
		var err error
		n, err = readWithin(ctx, r.r, p)
		return err
	})
	if err == io.EOF {
		err = nil
	}
	return n, object.RaiseOS(err, "")
}

// readWithin reads, but gives up when the context ends: the goroutine that is
// left behind waits for input that nobody will see. Plain files do not wait, so
// they are read here.
func readWithin(ctx context.Context, r io.Reader, p []byte) (int, error) {
	if f, ok := r.(*os.File); ok {
		if st, err := f.Stat(); err == nil && st.Mode().IsRegular() {
			return f.Read(p)
		}
	}
	if c, ok := r.(ContextReader); ok {
		return c.ReadContext(ctx, p)
	}
	type result struct {
		n   int
		err error
	}
	buf := make([]byte, len(p)) // p must not be touched after we have given up
	done := make(chan result, 1)
	go func() {
		n, err := r.Read(buf)
		done <- result{n, err}
	}()
	select {
	case res := <-done:
		return copy(p, buf[:res.n]), res.err
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// write writes all of p, without the interpreter lock.
func (r *raw) write(t *thread, p []byte) error {
	if s, ok := r.w.(*objectStream); ok {
		_, err := s.Write(p)
		return err
	}
	err := t.Block(func(ctx context.Context) error {
		if c, ok := r.w.(ContextWriter); ok {
			_, err := c.WriteContext(ctx, p)
			return err
		}
		_, err := r.w.Write(p)
		return err
	})
	return object.RaiseOS(err, "")
}

func (r *raw) seek(offset int64, whence int) (int64, error) {
	var s io.Seeker
	if r.f != nil {
		s = r.f
	} else if x, ok := r.r.(io.Seeker); ok {
		s = x
	} else if x, ok := r.w.(io.Seeker); ok {
		s = x
	}
	if s == nil {
		return 0, object.Raise(UnsupportedOperation, "underlying stream is not seekable")
	}
	n, err := s.Seek(offset, whence)
	if err != nil {
		if object.IsException(err, object.BaseException) || object.IsCancellation(err) {
			return 0, err
		}
		if _, path := err.(*os.PathError); path {
			return 0, object.RaiseOS(err, "")
		}
		return 0, object.RaiseErrno(22, "")
	}
	return n, nil
}

func (r *raw) truncate(size int64) error {
	if r.f == nil {
		return object.Raise(UnsupportedOperation, "truncate")
	}
	return object.RaiseOS(r.f.Truncate(size), "")
}

func (r *raw) close() error {
	if r.closed {
		return nil
	}
	r.closed = true
	if r.f != nil && !r.keep && !r.lent {
		return object.RaiseOS(r.f.Close(), "")
	}
	if r.f == nil && !r.keep {
		for _, s := range []any{r.w, r.r} {
			if c, ok := s.(io.Closer); ok {
				return object.RaiseOS(c.Close(), "")
			}
		}
	}
	return nil
}
