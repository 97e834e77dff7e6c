package socket

// This file defines the class _socket.socket: its making, its options and its
// end.

import (
	"context"
	"errors"
	"math"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"weak"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// Class is _socket.socket, the class under socket.socket.
var Class = object.NewClass(object.Spec{Name: "socket", Module: "_socket"})

// A socket is the State of an object of the class. It is used with the isolate's
// lock held; what waits holds on to the handle instead.
type socket struct {
	handle              *handle // nil when closed
	family, kind, proto int
	limit               atomic.Uint64 // the timeout, as timeout has it
	files               int           // made by makefile and still open
	closing             bool          // closed, but for the files
	layer               Layer         // between the methods and the network, or nil
}

// timeout is the timeout in seconds; negative: none. It may be read without the
// lock, as files do.
func (s *socket) timeout() float64 { return math.Float64frombits(s.limit.Load()) }

func (s *socket) setTimeout(f float64) { s.limit.Store(math.Float64bits(f)) }

// become makes s the socket of a handle.
func (s *socket) become(t *thread, h *handle, family, kind, proto int) {
	handlesIn.In(t.Isolate()).add(h)
	s.handle, s.family, s.kind, s.proto = h, family, kind, proto
	s.files, s.closing, s.layer = 0, false, nil
	s.setTimeout(defaultsIn.In(t.Isolate()).timeout)
}

// defaults is what setdefaulttimeout sets.
type defaults struct{ timeout float64 }

var defaultsIn = isolate.NewKey(func(*isolate.Isolate) *defaults { return &defaults{timeout: -1} })

// handles are the sockets of an isolate by their numbers. It closes what is still
// open when the isolate ends, but does not keep a handle alive: one that is no
// longer referenced is closed by the garbage collector.
type handles struct {
	mu    sync.Mutex
	open  map[int]weak.Pointer[handle]
	loose map[int]bool // numbers without a handle: of detach and dup
	over  bool
}

var handlesIn = isolate.NewKey(func(iso *isolate.Isolate) *handles {
	hs := &handles{open: make(map[int]weak.Pointer[handle]), loose: make(map[int]bool)}
	iso.OnClose(func() {
		hs.mu.Lock()
		hs.over = true
		open := hs.open
		hs.open = nil
		hs.mu.Unlock()
		for _, p := range open {
			if h := p.Value(); h != nil {
				h.close()
			}
		}
		for n := range hs.loose {
			closeNumber(n)
		}
	})
	return hs
})

// add takes note of a new handle. Of an isolate that has ended it closes it.
func (hs *handles) add(h *handle) {
	p := weak.Make(h)
	hs.mu.Lock()
	over := hs.over
	if !over {
		hs.open[h.num] = p
	}
	hs.mu.Unlock()
	if over {
		h.close()
		return
	}
	num := h.num
	runtime.AddCleanup(h, func(p weak.Pointer[handle]) { hs.forget(num, p) }, p)
}

func (hs *handles) forget(num int, p weak.Pointer[handle]) {
	hs.mu.Lock()
	if hs.open[num] == p {
		delete(hs.open, num)
	}
	hs.mu.Unlock()
}

func (hs *handles) drop(h *handle) {
	hs.forget(h.num, weak.Make(h))
	h.close()
}

// checkNumber fails for a descriptor that a script must not use: where a policy
// says what it may do, its own only.
func checkNumber(t *thread, num int) error {
	if permit.OwnsDescriptors(t.Isolate()) || permit.KnownFile(t.Isolate(), num) != nil {
		return nil
	}
	hs := handlesIn.In(t.Isolate())
	hs.mu.Lock()
	defer hs.mu.Unlock()
	if p, ok := hs.open[num]; ok && p.Value() != nil || hs.loose[num] {
		return nil
	}
	return object.RaiseOS(syscall.EBADF, "")
}

// create returns what open opens. A program that does not close its
// sockets may have run out of descriptors that nothing refers to any more.
func create[T any](t *thread, open func() (T, error)) (T, error) {
	v, err := open()
	if !errors.Is(err, syscall.EMFILE) && !errors.Is(err, syscall.ENFILE) {
		return v, err
	}
	err = t.Block(func(ctx context.Context) error {
		for range 3 {
			runtime.GC()
			select {
			case <-time.After(10 * time.Millisecond):
			case <-ctx.Done():
			}
		}
		v, err = open()
		return err
	})
	return v, err
}

// of returns the socket of a method's self.
func of(v value) (*socket, error) {
	if x, ok := v.(*object.Instance); ok {
		if s, ok := x.State.(*socket); ok {
			return s, nil
		}
	}
	return nil, object.Raise(object.OSError, "[Errno 9] Bad file descriptor")
}

// live is of, for what needs an open socket.
func live(v value) (*socket, *handle, error) {
	s, err := of(v)
	if err != nil {
		return nil, nil, err
	}
	if s.handle == nil {
		return nil, nil, object.RaiseOS(syscall.EBADF, "")
	}
	return s, s.handle, nil
}

var initSig = object.NewFunc(object.Def{Sig: "socket(family=-1, type=-1, proto=-1, fileno=None)"})

func init() {
	Class.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		s := &socket{family: -1, kind: -1, proto: -1}
		s.setTimeout(-1)
		return object.Make(cls, t, s), nil
	}
	Class.Init = func(t *thread, self value, positional starlark.Tuple, kwargs []starlark.Tuple) error {
		a, err := initSig.Bind(positional, kwargs)
		if err != nil {
			return err
		}
		s, err := of(self)
		if err != nil {
			return err
		}
		var n [3]int
		for i := range n {
			if n[i], err = object.Int(t, a[i]); err != nil {
				return err
			}
		}
		var h *handle
		if a[3] != starlark.None {
			num, err := object.Int(t, a[3])
			if err != nil {
				return err
			}
			if num < 0 {
				return object.Raise(object.ValueError, "negative file descriptor")
			}
			if err := checkNumber(t, num); err != nil {
				return err
			}
			if h, err = adopt(num); err != nil {
				return object.RaiseOS(err, "")
			}
			delete(handlesIn.In(t.Isolate()).loose, num)
			if n[0] == -1 {
				n[0] = afInet
				if a, err := h.localAddress(); err == nil && a != nil {
					n[0] = a.family
				}
			}
			if n[1] == -1 {
				if n[1], err = h.getInt(solSocket, soType); err != nil {
					n[1] = sockStream
				}
			}
			n[2] = max(n[2], 0)
		} else {
			for i, d := range []int{afInet, sockStream, 0} {
				if n[i] == -1 {
					n[i] = d
				}
			}
			n[1] &^= kindFlags
			if h, err = create(t, func() (*handle, error) { return open(n[0], n[1], n[2]) }); err != nil {
				return object.RaiseOS(err, "")
			}
		}
		s.become(t, h, n[0], n[1], n[2])
		return nil
	}
	Class.AddAttrs(
		number("family", func(s *socket) int { return s.family }),
		number("type", func(s *socket) int { return s.kind }),
		number("proto", func(s *socket) int { return s.proto }),
		object.Attr{Name: "timeout", Get: func(t *thread, self value) (value, error) { return timeoutValue(t, self) }},
		object.Attr{Name: "_closed", Get: func(t *thread, self value) (value, error) {
			s, err := of(self)
			return starlark.Bool(err == nil && (s.closing || s.handle == nil)), err
		}},
	)
	Class.AddMethods(
		object.Def{Sig: "fileno(self, /)", Fn: func(t *thread, a args) (value, error) {
			s, err := of(a[0])
			if err != nil {
				return nil, err
			}
			return starlark.MakeInt(s.number()), nil
		}},
		object.Def{Sig: "close(self, /)", Fn: func(t *thread, a args) (value, error) {
			s, err := of(a[0])
			if err != nil {
				return nil, err
			}
			s.closing = true
			s.closeUnused(t.Isolate())
			return starlark.None, nil
		}},
		object.Def{Sig: "detach(self, /)", Fn: func(t *thread, a args) (value, error) {
			s, err := of(a[0])
			if err != nil || s.handle == nil {
				return starlark.MakeInt(-1), err
			}
			// The number must outlive our file: it becomes one of its own.
			num, err := s.handle.release()
			if err != nil {
				return nil, object.RaiseOS(err, "")
			}
			hs := handlesIn.In(t.Isolate())
			hs.drop(s.handle)
			s.handle = nil
			hs.loose[num] = true
			return starlark.MakeInt(num), nil
		}},
		object.Def{Sig: "_take(self, other, /)", Doc: "Makes self the socket that other is, which is closed.", Fn: func(t *thread, a args) (value, error) {
			s, err := of(a[0])
			if err != nil {
				return nil, err
			}
			other, h, err := live(a[1])
			if err != nil {
				return nil, err
			}
			s.become(t, h, other.family, other.kind, other.proto)
			s.setTimeout(other.timeout())
			other.handle, other.closing = nil, true
			return starlark.None, nil
		}},
		object.Def{Sig: "_duplicate(self, other, /)", Fn: func(t *thread, a args) (value, error) {
			s, h, err := live(a[0])
			if err != nil {
				return nil, err
			}
			other, err := of(a[1])
			if err != nil {
				return nil, err
			}
			d, err := create(t, h.duplicate)
			if err != nil {
				return nil, object.RaiseOS(err, "")
			}
			other.become(t, d, s.family, s.kind, s.proto)
			other.setTimeout(s.timeout())
			return starlark.None, nil
		}},
		object.Def{Sig: "settimeout(self, timeout, /)", Fn: func(t *thread, a args) (value, error) {
			s, _, err := live(a[0])
			if err != nil {
				return nil, err
			}
			f, err := timeoutArg(t, a[1])
			if err == nil {
				s.setTimeout(f)
			}
			return starlark.None, err
		}},
		object.Def{Sig: "gettimeout(self, /)", Fn: func(t *thread, a args) (value, error) { return timeoutValue(t, a[0]) }},
		object.Def{Sig: "setblocking(self, flag, /)", Fn: func(t *thread, a args) (value, error) {
			s, _, err := live(a[0])
			if err != nil {
				return nil, err
			}
			block, err := object.Truth(t, a[1])
			s.setTimeout(0)
			if block {
				s.setTimeout(-1)
			}
			return starlark.None, err
		}},
		object.Def{Sig: "getblocking(self, /)", Fn: func(t *thread, a args) (value, error) {
			s, err := of(a[0])
			if err != nil {
				return nil, err
			}
			return starlark.Bool(s.timeout() != 0), nil
		}},
		object.Def{Sig: "setsockopt(self, level, option, value, optlen=None, /)", Fn: setOption},
		object.Def{Sig: "getsockopt(self, level, option, buffersize=0, /)", Fn: getOption},
		object.Def{Sig: "get_inheritable(self, /)", Fn: func(t *thread, a args) (value, error) { return starlark.False, nil }},
		object.Def{Sig: "set_inheritable(self, inheritable, /)", Fn: func(t *thread, a args) (value, error) {
			inherit, err := object.Truth(t, a[1])
			if err == nil && inherit {
				err = object.Raise(object.NotImplementedError, "sockets are not inherited by processes")
			}
			return starlark.None, err
		}},
	)
}

func number(name string, get func(*socket) int) object.Attr {
	return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) {
		s, err := of(self)
		if err != nil {
			return nil, err
		}
		return starlark.MakeInt(get(s)), nil
	}}
}

func (s *socket) number() int {
	if s.handle == nil {
		return -1
	}
	return s.handle.num
}

// closeUnused closes the handle once the socket and the files on it are closed.
func (s *socket) closeUnused(iso *isolate.Isolate) {
	if s.closing && s.files == 0 && s.handle != nil {
		handlesIn.In(iso).drop(s.handle)
		s.handle = nil
	}
}

// timeoutArg reads a timeout: None, or seconds.
func timeoutArg(t *thread, v value) (float64, error) {
	if v == starlark.None {
		return -1, nil
	}
	f, err := object.Float(t, v)
	if err != nil {
		return 0, object.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeName(v))
	}
	if f != f {
		return 0, object.Raise(object.ValueError, "Invalid value NaN (not a number)")
	}
	if f < 0 {
		return 0, object.Raise(object.ValueError, "Timeout value out of range")
	}
	if f > 9e9 {
		return 0, object.Raise(object.OverflowError, "timeout doesn't fit into C timeval")
	}
	return f, nil
}

func timeoutValue(t *thread, self value) (value, error) {
	s, err := of(self)
	if err != nil || s.timeout() < 0 {
		return starlark.None, err
	}
	return starlark.Float(s.timeout()), nil
}

func setOption(t *thread, a args) (value, error) {
	_, h, err := live(a[0])
	if err != nil {
		return nil, err
	}
	level, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	option, err := object.Int(t, a[2])
	if err != nil {
		return nil, err
	}
	if b, ok := types.BytesLike(a[3]); ok {
		return starlark.None, object.RaiseOS(h.setBytes(level, option, b), "")
	}
	n, err := object.Int(t, a[3])
	if err != nil {
		if object.IsException(err, object.TypeError) {
			err = object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(a[3]))
		}
		return nil, err
	}
	return starlark.None, object.RaiseOS(h.setInt(level, option, n), "")
}

func getOption(t *thread, a args) (value, error) {
	_, h, err := live(a[0])
	if err != nil {
		return nil, err
	}
	var n [3]int
	for i := range n {
		if n[i], err = object.Int(t, a[1+i]); err != nil {
			return nil, err
		}
	}
	if n[2] == 0 {
		v, err := h.getInt(n[0], n[1])
		return starlark.MakeInt(v), object.RaiseOS(err, "")
	}
	if n[2] < 0 || n[2] > 1024 {
		return nil, object.Raise(object.OSError, "getsockopt buflen out of range")
	}
	b, err := h.getBytes(n[0], n[1], n[2])
	return object.MakeBytes(b), object.RaiseOS(err, "")
}
