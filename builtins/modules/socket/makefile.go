package socket

// This file defines makefile: a socket as a file object.

import (
	"context"
	"errors"
	"os"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A stream is what a file object of makefile reads and writes. The socket may be
// closed before it: the handle stays open until both are.
type stream struct {
	socket *socket
	handle *handle
	iso    *isolate.Isolate
	layer  Layer
	dead   bool // a read gave up: what it would have read is lost
}

// ReadContext implements files.ContextReader.
func (s *stream) ReadContext(ctx context.Context, p []byte) (int, error) {
	if s.dead {
		return 0, object.Raise(object.OSError, "cannot read from timed out object")
	}
	if s.layer != nil {
		n, err := s.layer.Read(ctx, s.socket.deadline(), p)
		s.dead = errors.Is(err, os.ErrDeadlineExceeded)
		if err != nil && ctx.Err() == nil {
			err = s.layer.Raise(s.socket.wouldBlock(err), false)
		}
		return n, err
	}
	n, err := 0, error(nil)
	werr := s.transfer(ctx, reading, func() error {
		n, _, err = s.handle.recv(p, 0)
		return err
	})
	if errors.Is(werr, os.ErrDeadlineExceeded) {
		s.dead = true
	}
	return n, raiseWait(werr)
}

// Read and Write are for those who have no context: the flush of what a program
// has left behind, which must not wait for long.
func (s *stream) Read(p []byte) (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return s.ReadContext(ctx, p)
}

const patience = 2 * time.Second

// WriteContext implements files.ContextWriter.
func (s *stream) WriteContext(ctx context.Context, p []byte) (int, error) {
	if s.layer != nil {
		n, err := s.layer.Write(ctx, s.socket.deadline(), p)
		if err != nil && ctx.Err() == nil {
			err = s.layer.Raise(s.socket.wouldBlock(err), true)
		}
		return n, err
	}
	rest := string(p)
	err := s.transfer(ctx, writing, func() error { return sendAll(s.handle, &rest, 0) })
	return len(p) - len(rest), raiseWait(err)
}

func (s *stream) Write(p []byte) (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return s.WriteContext(ctx, p)
}

// transfer tries, and waits for the handle while it would block.
func (s *stream) transfer(ctx context.Context, direction int, try func() error) error {
	err := try()
	if !again(err) || s.socket.timeout() == 0 {
		return err
	}
	if werr := s.handle.wait(ctx, direction, s.socket.deadline(), func(int) bool {
		err = try()
		return !again(err)
	}); werr != nil {
		return werr
	}
	return err
}

// raiseWait is raise, but leaves the end of the context to whoever waits.
func raiseWait(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	return raise(err)
}

// Close implements io.Closer; it is called with the isolate's lock held.
func (s *stream) Close() error {
	if s.socket != nil && s.socket.files > 0 {
		s.socket.files--
		s.socket.closeUnused(s.iso)
	}
	return nil
}

func init() {
	Class.AddMethods(object.Def{
		Sig: "makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None)",
		Doc: "Return an I/O stream connected to the socket.",
		Fn: func(t *thread, a args) (value, error) {
			mode, err := object.TextArg(a[1], "makefile", "mode")
			if err != nil {
				return nil, err
			}
			read, write, binary := false, false, false
			for _, c := range mode {
				switch c {
				case 'r':
					read = true
				case 'w':
					write = true
				case 'b':
					binary = true
				default:
					s, _ := object.Repr(t, a[1])
					return nil, object.Raise(object.ValueError, "invalid mode %s (only r, w, b allowed)", s)
				}
			}
			if !write {
				read = true
			}
			s, h, err := live(a[0])
			if err != nil {
				return nil, err
			}
			size := -1
			if a[2] != starlark.None {
				if size, err = object.Int(t, a[2]); err != nil {
					return nil, err
				}
			}
			if size == 0 && !binary {
				return nil, object.Raise(object.ValueError, "unbuffered streams must be binary")
			}
			if size < 0 {
				size = 8 << 10
			}
			x := &stream{socket: s, handle: h, layer: s.layer, iso: t.Isolate()}
			var layer *files.Layer
			if !binary {
				layer = &files.Layer{}
				layer.Encoding, _ = object.Text(a[3])
				layer.Errors, _ = object.Text(a[4])
				if nl, ok := object.Text(a[5]); ok {
					layer.Newline = &nl
				}
			}
			num := starlark.MakeInt(h.num)
			var f *object.Instance
			switch {
			case read && write:
				f, err = files.MakeFile(t, num, "rwb", x, x, size, layer)
			case write:
				f, err = files.MakeFile(t, num, "wb", nil, x, size, layer)
			default:
				f, err = files.MakeFile(t, num, "rb", x, nil, size, layer)
			}
			if err != nil {
				return nil, err
			}
			s.files++
			return f, nil
		},
	})
}
