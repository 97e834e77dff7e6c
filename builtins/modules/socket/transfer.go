package socket

// This file defines the methods of sockets that connect and transfer.

import (
	"context"
	"errors"
	"os"
	"sync"
	"syscall"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

// deadline is when an operation that starts now gives up; zero: never.
func (s *socket) deadline() time.Time {
	f := s.timeout()
	if f <= 0 {
		return time.Time{}
	}
	return time.Now().Add(isolate.Seconds(f))
}

// errTimeout is how an operation ends that gave up.
func errTimeout() error { return object.Raise(object.TimeoutError, "timed out") }

// raise makes a script's exception of an operation's error.
func raise(err error) error {
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return errTimeout()
	case errors.Is(err, os.ErrClosed):
		err = syscall.EBADF
	}
	return object.RaiseOS(err, "")
}

// perform tries an operation, and waits for the socket while it would block.
func (s *socket) perform(t *thread, h *handle, direction int, try func() error) error {
	err := try()
	if !again(err) || s.timeout() == 0 {
		return raise(err)
	}
	deadline := s.deadline()
	berr := t.Block(func(ctx context.Context) error {
		werr := h.wait(ctx, direction, deadline, func(int) bool {
			err = try()
			return !again(err)
		})
		if werr != nil {
			err = werr
		}
		return nil
	})
	if berr != nil {
		return berr
	}
	return raise(err)
}

// maxBuffer is how much one call receives at most; less is always right.
const maxBuffer = 1 << 20

var buffers = sync.Pool{New: func() any { b := make([]byte, 64<<10); return &b }}

// receive receives up to n bytes.
func (s *socket) receive(t *thread, h *handle, n, flags int) (string, *address, error) {
	n = min(n, maxBuffer)
	var p []byte
	if n <= 64<<10 {
		b := buffers.Get().(*[]byte)
		defer buffers.Put(b)
		p = (*b)[:n]
	} else {
		p = make([]byte, n)
	}
	k := 0
	var from *address
	if l := s.layer; l != nil {
		if flags != 0 {
			return "", nil, s.plain()
		}
		k, err := s.through(t, false, func(ctx context.Context, deadline time.Time) (int, error) { return l.Read(ctx, deadline, p) })
		return string(p[:k]), nil, err
	}
	err := s.perform(t, h, reading, func() (err error) {
		k, from, err = h.recv(p, flags)
		return err
	})
	if err != nil {
		return "", nil, err
	}
	return string(p[:k]), from, nil
}

// transferArgs are a method's self, size and flags.
func transferArgs(t *thread, self, size, flags value) (s *socket, h *handle, n, f int, err error) {
	if n, err = object.Int(t, size); err != nil {
		return
	}
	if f, err = object.Int(t, flags); err != nil {
		return
	}
	s, h, err = live(self)
	return
}

func bytesArg(v value) (string, error) {
	p, ok := types.BytesLike(v)
	if !ok {
		return "", object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	return p, nil
}

// receiveInto receives into a script's buffer, at most nbytes of it if that is
// not 0.
func receiveInto(t *thread, a args) (int, *address, error) {
	s, h, n, flags, err := transferArgs(t, a[0], a[2], a[3])
	if err != nil {
		return 0, nil, err
	}
	p, ok := types.WritableBuffer(a[1])
	if !ok {
		return 0, nil, object.Raise(object.TypeError, "recv_into() argument 1 must be read-write bytes-like object, not %s", object.TypeName(a[1]))
	}
	if n < 0 {
		return 0, nil, object.Raise(object.ValueError, "negative buffersize in recv_into")
	}
	if n > len(p) {
		return 0, nil, object.Raise(object.ValueError, "buffer too small for requested bytes")
	}
	if n == 0 {
		n = len(p)
	}
	got, from, err := s.receive(t, h, n, flags)
	if err != nil {
		return 0, nil, err
	}
	if p, ok = types.WritableBuffer(a[1]); !ok { // it may have changed meanwhile
		return 0, nil, object.Raise(object.BufferError, "the buffer has gone")
	}
	return copy(p, got), from, nil
}

// connect connects; it returns the errno of a failure that connect_ex reports.
func connect(t *thread, a args) error {
	s, h, err := live(a[0])
	if err != nil {
		return err
	}
	to, err := parseAddress(t, s, a[1], "connect")
	if err != nil {
		return err
	}
	err = h.connect(to)
	if !errors.Is(err, syscall.EINPROGRESS) || s.timeout() == 0 {
		return err
	}
	deadline := s.deadline()
	berr := t.Block(func(ctx context.Context) error {
		werr := h.wait(ctx, writing, deadline, func(int) bool {
			var done bool
			done, err = h.connected()
			return done
		})
		if werr != nil {
			err = werr
		}
		return nil
	})
	if berr != nil {
		return berr
	}
	return err
}

func init() {
	Class.AddMethods(
		object.Def{Sig: "connect(self, address, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, raise(connect(t, a))
		}},
		object.Def{Sig: "connect_ex(self, address, /)", Fn: func(t *thread, a args) (value, error) {
			err := connect(t, a)
			switch {
			case err == nil:
				return starlark.MakeInt(0), nil
			case errors.Is(err, os.ErrDeadlineExceeded):
				return starlark.MakeInt(11), nil // EAGAIN, as CPython has it
			case errors.Is(err, os.ErrClosed):
				return starlark.MakeInt(9), nil
			}
			if object.IsCancellation(err) || object.IsException(err, object.BaseException) {
				return nil, err
			}
			if n, _ := object.ErrnoOf(err); n != 0 {
				return starlark.MakeInt(n), nil
			}
			return nil, object.RaiseOS(err, "")
		}},
		object.Def{Sig: "bind(self, address, /)", Fn: func(t *thread, a args) (value, error) {
			s, h, err := live(a[0])
			if err != nil {
				return nil, err
			}
			at, err := parseAddress(t, s, a[1], "bind")
			if err != nil {
				return nil, err
			}
			return starlark.None, raise(h.bind(at))
		}},
		object.Def{Sig: "listen(self, backlog=128, /)", Fn: func(t *thread, a args) (value, error) {
			_, h, err := live(a[0])
			if err != nil {
				return nil, err
			}
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			return starlark.None, raise(h.listen(max(n, 0)))
		}},
		object.Def{Sig: "_accept(self, other, /)", Doc: "Makes other the socket of the next connection and returns its address.", Fn: func(t *thread, a args) (value, error) {
			s, h, err := live(a[0])
			if err != nil {
				return nil, err
			}
			other, err := of(a[1])
			if err != nil {
				return nil, err
			}
			var n *handle
			var from *address
			if err := s.perform(t, h, reading, func() (err error) {
				n, from, err = h.accept()
				return err
			}); err != nil {
				if n != nil {
					n.close()
				}
				return nil, err
			}
			other.become(t, n, s.family, s.kind, s.proto)
			if from == nil {
				from = &address{family: s.family}
			}
			return from.value(), nil
		}},
		object.Def{Sig: "_wait(self, timeout, /)", Doc: "Waits until there is something to read or accept; False after the timeout, or when _wake was called.",
			Fn: func(t *thread, a args) (value, error) {
				_, h, err := live(a[0])
				if err != nil {
					return nil, err
				}
				limit, err := timeoutArg(t, a[1])
				if err != nil {
					return nil, err
				}
				var deadline time.Time
				if limit >= 0 {
					deadline = time.Now().Add(isolate.Seconds(limit))
				}
				err = t.Block(func(ctx context.Context) error {
					return h.wait(ctx, reading, deadline, func(int) bool { return h.readable() })
				})
				if err == errWoken || errors.Is(err, os.ErrDeadlineExceeded) {
					return starlark.False, nil
				}
				return starlark.Bool(err == nil), raise(err)
			}},
		object.Def{Sig: "_wake(self, /)", Doc: "Ends the wait of a thread in _wait.", Fn: func(t *thread, a args) (value, error) {
			if _, h, err := live(a[0]); err == nil {
				h.wake()
			}
			return starlark.None, nil
		}},
		object.Def{Sig: "shutdown(self, how, /)", Fn: func(t *thread, a args) (value, error) {
			_, h, err := live(a[0])
			if err != nil {
				return nil, err
			}
			how, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			return starlark.None, raise(h.shutdown(how))
		}},
		object.Def{Sig: "getsockname(self, /)", Fn: func(t *thread, a args) (value, error) {
			_, h, err := live(a[0])
			if err != nil {
				return nil, err
			}
			at, err := h.localAddress()
			return at.value(), raise(err)
		}},
		object.Def{Sig: "getpeername(self, /)", Fn: func(t *thread, a args) (value, error) {
			_, h, err := live(a[0])
			if err != nil {
				return nil, err
			}
			at, err := h.peerAddress()
			return at.value(), raise(err)
		}},
		object.Def{Sig: "recv(self, bufsize, flags=0, /)", Fn: func(t *thread, a args) (value, error) {
			s, h, n, flags, err := transferArgs(t, a[0], a[1], a[2])
			if err != nil {
				return nil, err
			}
			if n < 0 {
				return nil, object.Raise(object.ValueError, "negative buffersize in recv")
			}
			got, _, err := s.receive(t, h, n, flags)
			return object.MakeBytes(got), err
		}},
		object.Def{Sig: "recvfrom(self, bufsize, flags=0, /)", Fn: func(t *thread, a args) (value, error) {
			s, h, n, flags, err := transferArgs(t, a[0], a[1], a[2])
			if err != nil {
				return nil, err
			}
			if n < 0 {
				return nil, object.Raise(object.ValueError, "negative buffersize in recvfrom")
			}
			got, from, err := s.receive(t, h, n, flags)
			return starlark.Tuple{object.MakeBytes(got), from.value()}, err
		}},
		object.Def{Sig: "recv_into(self, buffer, nbytes=0, flags=0)", Fn: func(t *thread, a args) (value, error) {
			n, _, err := receiveInto(t, a)
			return starlark.MakeInt(n), err
		}},
		object.Def{Sig: "recvfrom_into(self, buffer, nbytes=0, flags=0)", Fn: func(t *thread, a args) (value, error) {
			n, from, err := receiveInto(t, a)
			return starlark.Tuple{starlark.MakeInt(n), from.value()}, err
		}},
		object.Def{Sig: "send(self, data, flags=0, /)", Fn: func(t *thread, a args) (value, error) {
			p, err := bytesArg(a[1])
			if err != nil {
				return nil, err
			}
			s, h, _, flags, err := transferArgs(t, a[0], starlark.MakeInt(0), a[2])
			if err != nil {
				return nil, err
			}
			n := 0
			if l := s.layer; l != nil {
				n, err = s.through(t, true, func(ctx context.Context, deadline time.Time) (int, error) { return l.Write(ctx, deadline, []byte(p)) })
				return starlark.MakeInt(n), err
			}
			err = s.perform(t, h, writing, func() (err error) {
				n, err = h.send(p, flags, nil)
				return err
			})
			return starlark.MakeInt(n), err
		}},
		object.Def{Sig: "sendall(self, data, flags=0, /)", Fn: func(t *thread, a args) (value, error) {
			p, err := bytesArg(a[1])
			if err != nil {
				return nil, err
			}
			s, h, _, flags, err := transferArgs(t, a[0], starlark.MakeInt(0), a[2])
			if err != nil {
				return nil, err
			}
			if l := s.layer; l != nil {
				_, err := s.through(t, true, func(ctx context.Context, deadline time.Time) (int, error) { return l.Write(ctx, deadline, []byte(p)) })
				return starlark.None, err
			}
			return starlark.None, s.perform(t, h, writing, func() error { return sendAll(h, &p, flags) })
		}},
		object.Def{Sig: "sendto(self, data, flags_or_address, address=..., /)", Fn: func(t *thread, a args) (value, error) {
			p, err := bytesArg(a[1])
			if err != nil {
				return nil, err
			}
			flags, where := 0, a[2]
			if a[3] != nil {
				where = a[3]
				if flags, err = object.Int(t, a[2]); err != nil {
					return nil, err
				}
			}
			s, h, err := live(a[0])
			if err != nil {
				return nil, err
			}
			to, err := parseAddress(t, s, where, "sendto")
			if err != nil {
				return nil, err
			}
			n := 0
			err = s.perform(t, h, writing, func() (err error) {
				n, err = h.send(p, flags, to)
				return err
			})
			return starlark.MakeInt(n), err
		}},
	)
}

// sendAll sends as much of *p as it can at once; EAGAIN asks for another call.
func sendAll(h *handle, p *string, flags int) error {
	for {
		n, err := h.send(*p, flags, nil)
		if err != nil {
			return err
		}
		*p = (*p)[n:]
		if *p == "" {
			return nil
		}
	}
}
