package socket

// This file defines handle for Windows, over Winsock. There a wait looks every
// few milliseconds whether it was cancelled.

import (
	"context"
	"errors"
	"net/netip"
	"os"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// A handle is an open socket. Its methods without a context do not wait; they
// fail with EAGAIN instead.
type handle struct {
	num   int
	mu    sync.RWMutex // held for reading while the number is used
	gone  bool
	turn  [2]chan struct{}
	woken atomic.Bool
}

const (
	reading = 0
	writing = 1
)

// errWoken is the end of a wait that wake ended.
var errWoken = errors.New("socket: woken")

var (
	winsock     = windows.NewLazySystemDLL("ws2_32.dll")
	procAccept  = winsock.NewProc("accept")
	procSend    = winsock.NewProc("send")
	procIoctl   = winsock.NewProc("ioctlsocket")
	procPoll    = winsock.NewProc("WSAPoll")
	startupOnce sync.Once
)

func startup() {
	startupOnce.Do(func() {
		var d windows.WSAData
		windows.WSAStartup(0x202, &d)
	})
}

// numbers translates Winsock's errors to those that the rest of the program knows.
var numbers = map[syscall.Errno]syscall.Errno{
	10004: syscall.EINTR, 10009: syscall.EBADF, 10013: syscall.EACCES, 10014: syscall.EFAULT, 10022: syscall.EINVAL, 10024: syscall.EMFILE,
	10035: syscall.EAGAIN, 10036: syscall.EINPROGRESS, 10037: syscall.EALREADY, 10038: syscall.ENOTSOCK, 10040: syscall.EMSGSIZE,
	10042: syscall.ENOPROTOOPT, 10043: syscall.EPROTONOSUPPORT, 10045: syscall.EOPNOTSUPP, 10047: syscall.EAFNOSUPPORT,
	10048: syscall.EADDRINUSE, 10049: syscall.EADDRNOTAVAIL, 10050: syscall.ENETDOWN, 10051: syscall.ENETUNREACH,
	10053: syscall.ECONNABORTED, 10054: syscall.ECONNRESET, 10056: syscall.EISCONN, 10057: syscall.ENOTCONN, 10058: syscall.EPIPE,
	10060: syscall.ETIMEDOUT, 10061: syscall.ECONNREFUSED, 10065: syscall.EHOSTUNREACH,
}

func sysError(err error) error {
	var e syscall.Errno
	if errors.As(err, &e) {
		if n, ok := numbers[e]; ok {
			return n
		}
	}
	return err
}

const (
	pollIn  = 0x300 // POLLRDNORM | POLLRDBAND
	pollOut = 0x10  // POLLWRNORM
	slice   = 10 * time.Millisecond
)

type pollFd struct {
	fd              uintptr
	events, revents int16
}

func pollNow(fds []pollFd, timeout time.Duration) (int, error) {
	r, _, err := procPoll.Call(uintptr(unsafe.Pointer(unsafe.SliceData(fds))), uintptr(len(fds)), uintptr(timeout/time.Millisecond))
	if int32(r) < 0 {
		return 0, sysError(err)
	}
	return int(r), nil
}

func newHandle(num windows.Handle) (*handle, error) {
	on := uint32(1)
	if r, _, err := procIoctl.Call(uintptr(num), 0x8004667e, uintptr(unsafe.Pointer(&on))); int32(r) != 0 { // FIONBIO
		windows.Closesocket(num)
		return nil, sysError(err)
	}
	h := &handle{num: int(num)}
	h.turn = [2]chan struct{}{make(chan struct{}, 1), make(chan struct{}, 1)}
	return h, nil
}

func (h *handle) close() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.gone {
		return nil
	}
	h.gone = true
	return sysError(windows.Closesocket(windows.Handle(h.num)))
}

// do calls fn with the number, which stays open meanwhile.
func (h *handle) do(fn func(num windows.Handle) error) error {
	h.mu.RLock()
	defer h.mu.RUnlock()
	if h.gone {
		return os.ErrClosed
	}
	return sysError(fn(windows.Handle(h.num)))
}

// wait calls try whenever the socket may be ready, until it returns true, the
// context ends or the deadline (zero: none) passes.
func (h *handle) wait(ctx context.Context, direction int, deadline time.Time, try func(num int) bool) error {
	select {
	case h.turn[direction] <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-h.turn[direction] }()
	events := int16(pollIn)
	if direction == writing {
		events = pollOut
	}
	for {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case direction == reading && h.woken.CompareAndSwap(true, false):
			return errWoken
		case try(h.num):
			return nil
		case !deadline.IsZero() && !time.Now().Before(deadline):
			return os.ErrDeadlineExceeded
		}
		if err := h.do(func(num windows.Handle) error {
			_, err := pollNow([]pollFd{{fd: uintptr(num), events: events}}, slice)
			return err
		}); err != nil {
			return err
		}
	}
}

// wake ends the wait of whoever waits to read, or the next one.
func (h *handle) wake() { h.woken.Store(true) }

func again(err error) bool { return err == syscall.EAGAIN || err == syscall.EWOULDBLOCK }

// retry repeats a call that a signal interrupted: there are none here.
func retry(fn func() error) error { return fn() }

func (h *handle) recv(p []byte, flags int) (n int, from *address, err error) {
	err = h.do(func(num windows.Handle) error {
		var sa windows.Sockaddr
		n, sa, err = windows.Recvfrom(num, p, flags)
		from = fromSys(sa)
		return err
	})
	return max(n, 0), from, err
}

func (h *handle) send(p string, flags int, to *address) (n int, err error) {
	b := unsafe.Slice(unsafe.StringData(p), len(p))
	if to != nil {
		sa, err := to.sys()
		if err != nil {
			return 0, err
		}
		return len(p), h.do(func(num windows.Handle) error { return windows.Sendto(num, b, flags, sa) })
	}
	err = h.do(func(num windows.Handle) error {
		r, _, err := procSend.Call(uintptr(num), uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)), uintptr(flags))
		if int32(r) < 0 {
			return err
		}
		n = int(r)
		return nil
	})
	return n, err
}

func (h *handle) accept() (next *handle, from *address, err error) {
	err = h.do(func(num windows.Handle) error {
		var rsa windows.RawSockaddrAny
		size := int32(unsafe.Sizeof(rsa))
		r, _, err := procAccept.Call(uintptr(num), uintptr(unsafe.Pointer(&rsa)), uintptr(unsafe.Pointer(&size)))
		if windows.Handle(r) == windows.InvalidHandle {
			return err
		}
		if sa, err := rsa.Sockaddr(); err == nil {
			from = fromSys(sa)
		}
		next, err = newHandle(windows.Handle(r))
		return err
	})
	return next, from, err
}

// connect starts connecting; EINPROGRESS says that connected tells the end.
func (h *handle) connect(a *address) error {
	sa, err := a.sys()
	if err != nil {
		return err
	}
	err = h.do(func(num windows.Handle) error { return windows.Connect(num, sa) })
	if again(err) {
		err = syscall.EINPROGRESS
	}
	return err
}

// connected reports whether a connection that was in progress is there, or how
// it failed.
func (h *handle) connected() (done bool, err error) {
	err = h.do(func(num windows.Handle) error {
		n, err := pollNow([]pollFd{{fd: uintptr(num), events: pollOut}}, 0)
		if done = n > 0; err != nil || !done {
			return err
		}
		e, err := windows.GetsockoptInt(num, solSocket, 0x1007) // SO_ERROR
		if err == nil && e != 0 {
			err = syscall.Errno(e)
		}
		return err
	})
	return done || err != nil, err
}

// readable reports whether reading or accepting would not wait.
func (h *handle) readable() bool {
	n := 0
	err := h.do(func(num windows.Handle) (err error) {
		n, err = pollNow([]pollFd{{fd: uintptr(num), events: pollIn}}, 0)
		return err
	})
	return n > 0 || err != nil
}

func (h *handle) bind(a *address) error {
	sa, err := a.sys()
	if err != nil {
		return err
	}
	return h.do(func(num windows.Handle) error { return windows.Bind(num, sa) })
}

func (h *handle) listen(backlog int) error {
	return h.do(func(num windows.Handle) error { return windows.Listen(num, backlog) })
}

func (h *handle) shutdown(how int) error {
	return h.do(func(num windows.Handle) error { return windows.Shutdown(num, how) })
}

func (h *handle) localAddress() (*address, error) { return h.addressBy(windows.Getsockname) }

func (h *handle) peerAddress() (*address, error) { return h.addressBy(windows.Getpeername) }

func (h *handle) addressBy(ask func(windows.Handle) (windows.Sockaddr, error)) (a *address, err error) {
	err = h.do(func(num windows.Handle) error {
		sa, err := ask(num)
		a = fromSys(sa)
		return err
	})
	return a, err
}

func (h *handle) setInt(level, option, v int) error {
	return h.do(func(num windows.Handle) error { return windows.SetsockoptInt(num, level, option, v) })
}

func (h *handle) setBytes(level, option int, v string) error {
	return h.do(func(num windows.Handle) error {
		return windows.Setsockopt(num, int32(level), int32(option), unsafe.StringData(v), int32(len(v)))
	})
}

func (h *handle) getInt(level, option int) (v int, err error) {
	err = h.do(func(num windows.Handle) (err error) { v, err = windows.GetsockoptInt(num, level, option); return err })
	return v, err
}

func (h *handle) getBytes(level, option, size int) (string, error) {
	p := make([]byte, size)
	n := int32(size)
	err := h.do(func(num windows.Handle) error {
		return windows.Getsockopt(num, int32(level), int32(option), unsafe.SliceData(p), &n)
	})
	return string(p[:max(0, n)]), err
}

// release gives the number away: it is not closed with the handle.
func (h *handle) release() (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.gone {
		return 0, os.ErrClosed
	}
	h.gone = true
	return h.num, nil
}

func (h *handle) duplicate() (*handle, error) { return nil, syscall.EOPNOTSUPP }

// adopt makes a handle of a number that a script says is a socket.
func adopt(num int) (*handle, error) { return newHandle(windows.Handle(num)) }

func open(family, kind, proto int) (*handle, error) {
	startup()
	num, err := windows.WSASocket(int32(family), int32(kind), int32(proto), nil, 0, windows.WSA_FLAG_OVERLAPPED|windows.WSA_FLAG_NO_HANDLE_INHERIT)
	if err != nil {
		return nil, sysError(err)
	}
	return newHandle(num)
}

// openPair connects two sockets through the loopback.
func openPair(family, kind, proto int) (a, b *handle, err error) {
	if family != afInet || kind != sockStream {
		return nil, nil, syscall.EAFNOSUPPORT
	}
	l, err := open(family, kind, proto)
	if err != nil {
		return nil, nil, err
	}
	defer l.close()
	if err := l.bind(&address{family: afInet, ip: netip.AddrFrom4([4]byte{127, 0, 0, 1})}); err != nil {
		return nil, nil, err
	}
	if err := l.listen(1); err != nil {
		return nil, nil, err
	}
	at, err := l.localAddress()
	if err != nil {
		return nil, nil, err
	}
	if a, err = open(family, kind, proto); err != nil {
		return nil, nil, err
	}
	if err = a.connect(at); err == syscall.EINPROGRESS {
		err = nil
	}
	deadline := time.Now().Add(5 * time.Second)
	if err == nil {
		err = l.wait(context.Background(), reading, deadline, func(int) bool {
			b, _, err = l.accept()
			return !again(err)
		})
	}
	if err != nil {
		a.close()
		return nil, nil, err
	}
	return a, b, nil
}

// sys is the address as the operating system wants it.
func (a *address) sys() (windows.Sockaddr, error) {
	switch a.family {
	case afInet:
		return &windows.SockaddrInet4{Port: a.port, Addr: a.ip.As4()}, nil
	case afInet6:
		return &windows.SockaddrInet6{Port: a.port, ZoneId: a.scope, Addr: a.ip.As16()}, nil
	}
	return nil, syscall.EAFNOSUPPORT
}

func fromSys(sa windows.Sockaddr) *address {
	switch sa := sa.(type) {
	case *windows.SockaddrInet4:
		return &address{family: afInet, ip: netip.AddrFrom4(sa.Addr), port: sa.Port}
	case *windows.SockaddrInet6:
		return &address{family: afInet6, ip: netip.AddrFrom16(sa.Addr), port: sa.Port, scope: sa.ZoneId}
	}
	return nil
}

// pollAll waits until one of the sockets is ready, the timeout passes (negative:
// none) or the context ends.
func pollAll(ctx context.Context, fds []pollFd, timeout time.Duration) error {
	deadline := time.Now().Add(timeout)
	for ctx.Err() == nil {
		wait := slice
		if timeout >= 0 {
			wait = max(0, min(wait, time.Until(deadline)))
		}
		if n, err := pollNow(fds, wait); err != nil || n > 0 || timeout >= 0 && !time.Now().Before(deadline) {
			return err
		}
	}
	return ctx.Err()
}

func newPollFd(fd, events int) pollFd { return pollFd{fd: uintptr(fd), events: winEvents(events)} }

func (p pollFd) ready() (fd, events int) { return int(p.fd), scriptEvents(p.revents) }

// Scripts know the bits of Linux.
func winEvents(e int) int16 {
	var w int16
	if e&1 != 0 {
		w |= pollIn
	}
	if e&4 != 0 {
		w |= pollOut
	}
	return w
}

func scriptEvents(w int16) int {
	e := 0
	for _, m := range [][2]int{{pollIn, 1}, {pollOut, 4}, {1, 8}, {2, 16}, {4, 32}} {
		if int(w)&m[0] != 0 {
			e |= m[1]
		}
	}
	return e
}
