//go:build unix

package socket

// This file defines handle, a socket of the operating system that never blocks
// a thread of it: waits go through Go's poller.

import (
	"context"
	"errors"
	"net/netip"
	"os"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

// A handle is an open socket. Its methods without a context do not wait; they
// fail with EAGAIN instead.
type handle struct {
	file *os.File
	conn syscall.RawConn
	num  int
	// turn lets one goroutine wait in each direction: the poller has one deadline
	// for each.
	turn  [2]chan struct{}
	woken atomic.Bool
}

const (
	reading = 0
	writing = 1
)

// errWoken is the end of a wait that wake ended.
var errWoken = errors.New("socket: woken")

func newHandle(num int) (*handle, error) {
	h := &handle{file: os.NewFile(uintptr(num), "socket"), num: num}
	h.turn = [2]chan struct{}{make(chan struct{}, 1), make(chan struct{}, 1)}
	conn, err := h.file.SyscallConn()
	if err != nil {
		h.file.Close()
		return nil, err
	}
	h.conn = conn
	return h, nil
}

func (h *handle) close() error { return h.file.Close() }

// do calls fn with the descriptor, which stays open meanwhile.
func (h *handle) do(fn func(num int) error) error {
	var err error
	if cerr := h.conn.Control(func(fd uintptr) { err = retry(func() error { return fn(int(fd)) }) }); cerr != nil {
		return os.ErrClosed
	}
	return err
}

// wait calls try whenever the socket may be ready, until it returns true, the
// context ends or the deadline (zero: none) passes.
func (h *handle) wait(ctx context.Context, direction int, deadline time.Time, try func(num int) bool) error {
	select {
	case h.turn[direction] <- struct{}{}:
	default:
		var late <-chan time.Time
		if !deadline.IsZero() {
			timer := time.NewTimer(time.Until(deadline))
			defer timer.Stop()
			late = timer.C
		}
		select {
		case h.turn[direction] <- struct{}{}:
		case <-late:
			return os.ErrDeadlineExceeded
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	defer func() { <-h.turn[direction] }()
	limit, run := h.file.SetReadDeadline, h.conn.Read
	if direction == writing {
		limit, run = h.file.SetWriteDeadline, h.conn.Write
	}
	for {
		if limit(deadline) != nil {
			return os.ErrClosed
		}
		stop := context.AfterFunc(ctx, func() { limit(time.Unix(1, 0)) })
		err := run(func(fd uintptr) bool { return h.woken.Load() || try(int(fd)) })
		stop()
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case direction == reading && h.woken.CompareAndSwap(true, false):
			return errWoken
		case errors.Is(err, os.ErrDeadlineExceeded) && (deadline.IsZero() || time.Now().Before(deadline)):
			// Somebody else's cancellation came late.
		case err == nil || errors.Is(err, os.ErrDeadlineExceeded):
			return err
		default:
			return os.ErrClosed
		}
	}
}

// wake ends the wait of whoever waits to read, or the next one.
func (h *handle) wake() {
	h.woken.Store(true)
	h.file.SetReadDeadline(time.Unix(1, 0))
}

func again(err error) bool { return err == unix.EAGAIN || err == unix.EWOULDBLOCK }

// retry repeats a call that a signal interrupted.
func retry(fn func() error) error {
	for {
		if err := fn(); err != unix.EINTR {
			return err
		}
	}
}

func (h *handle) recv(p []byte, flags int) (n int, from *address, err error) {
	err = h.do(func(num int) (err error) {
		var sa unix.Sockaddr
		n, sa, err = unix.Recvfrom(num, p, flags)
		from = fromSys(sa)
		return err
	})
	return max(n, 0), from, err
}

func (h *handle) send(p string, flags int, to *address) (n int, err error) {
	var sa unix.Sockaddr
	if to != nil {
		if sa, err = to.sys(); err != nil {
			return 0, err
		}
	}
	err = h.do(func(num int) (err error) {
		n, err = unix.SendmsgN(num, unsafe.Slice(unsafe.StringData(p), len(p)), nil, sa, flags)
		return err
	})
	return n, err
}

func (h *handle) accept() (*handle, *address, error) {
	var num int
	var sa unix.Sockaddr
	if err := h.do(func(own int) (err error) { num, sa, err = acceptSys(own); return err }); err != nil {
		return nil, nil, err
	}
	n, err := newHandle(num)
	return n, fromSys(sa), err
}

// connect starts connecting; EINPROGRESS says that connected tells the end.
func (h *handle) connect(a *address) error {
	sa, err := a.sys()
	if err != nil {
		return err
	}
	return h.do(func(num int) error {
		err := unix.Connect(num, sa)
		if err == unix.EINTR {
			err = unix.EINPROGRESS
		}
		return err
	})
}

// connected reports whether a connection that was in progress is there, or how
// it failed.
func (h *handle) connected() (done bool, err error) {
	err = h.do(func(num int) error {
		if done, err = ready(num, unix.POLLOUT); err != nil || !done {
			return err
		}
		e, err := unix.GetsockoptInt(num, unix.SOL_SOCKET, unix.SO_ERROR)
		if err == nil && e != 0 {
			err = syscall.Errno(e)
		}
		return err
	})
	return done || err != nil, err
}

// readable reports whether reading or accepting would not wait.
func (h *handle) readable() bool {
	yes := false
	err := h.do(func(num int) (err error) { yes, err = ready(num, unix.POLLIN); return err })
	return yes || err != nil
}

func ready(num int, events int16) (bool, error) {
	n, err := unix.Poll([]unix.PollFd{{Fd: int32(num), Events: events}}, 0)
	return n > 0, err
}

func (h *handle) bind(a *address) error {
	sa, err := a.sys()
	if err != nil {
		return err
	}
	return h.do(func(num int) error { return unix.Bind(num, sa) })
}

func (h *handle) listen(backlog int) error {
	return h.do(func(num int) error { return unix.Listen(num, backlog) })
}

func (h *handle) shutdown(how int) error {
	return h.do(func(num int) error { return unix.Shutdown(num, how) })
}

func (h *handle) localAddress() (a *address, err error) { return h.addressBy(unix.Getsockname) }

func (h *handle) peerAddress() (a *address, err error) { return h.addressBy(unix.Getpeername) }

func (h *handle) addressBy(ask func(int) (unix.Sockaddr, error)) (a *address, err error) {
	err = h.do(func(num int) error {
		sa, err := ask(num)
		a = fromSys(sa)
		return err
	})
	return a, err
}

func (h *handle) setInt(level, option, v int) error {
	return h.do(func(num int) error { return unix.SetsockoptInt(num, level, option, v) })
}

func (h *handle) setBytes(level, option int, v string) error {
	return h.do(func(num int) error { return unix.SetsockoptString(num, level, option, v) })
}

func (h *handle) getInt(level, option int) (v int, err error) {
	err = h.do(func(num int) (err error) { v, err = unix.GetsockoptInt(num, level, option); return err })
	return v, err
}

func (h *handle) getBytes(level, option, size int) (string, error) {
	p := make([]byte, size)
	n := uint32(size)
	err := h.do(func(num int) error {
		_, _, e := syscall.Syscall6(sysGetsockopt, uintptr(num), uintptr(level), uintptr(option),
			uintptr(unsafe.Pointer(unsafe.SliceData(p))), uintptr(unsafe.Pointer(&n)), 0)
		if e != 0 {
			return e
		}
		return nil
	})
	return string(p[:n]), err
}

// release returns a descriptor of its own of the same socket.
func (h *handle) release() (num int, err error) {
	err = h.do(func(own int) (err error) { num, err = unix.FcntlInt(uintptr(own), unix.F_DUPFD_CLOEXEC, 0); return err })
	return num, err
}

func (h *handle) duplicate() (*handle, error) {
	num, err := h.release()
	if err != nil {
		return nil, err
	}
	return newHandle(num)
}

// adopt makes a handle of a number that a script says is a socket.
func adopt(num int) (*handle, error) {
	if _, err := unix.GetsockoptInt(num, unix.SOL_SOCKET, unix.SO_TYPE); err != nil {
		return nil, err
	}
	if err := unix.SetNonblock(num, true); err != nil {
		return nil, err
	}
	return newHandle(num)
}

func openPair(family, kind, proto int) (a, b *handle, err error) {
	fds, err := pairSys(family, kind, proto)
	if err != nil {
		return nil, nil, err
	}
	if a, err = newHandle(fds[0]); err != nil {
		unix.Close(fds[1])
		return nil, nil, err
	}
	if b, err = newHandle(fds[1]); err != nil {
		a.close()
		return nil, nil, err
	}
	return a, b, nil
}

func open(family, kind, proto int) (*handle, error) {
	num, err := openSys(family, kind, proto)
	if err != nil {
		return nil, err
	}
	return newHandle(num)
}

// sys is the address as the operating system wants it.
func (a *address) sys() (unix.Sockaddr, error) {
	switch a.family {
	case afInet:
		return &unix.SockaddrInet4{Port: a.port, Addr: a.ip.As4()}, nil
	case afInet6:
		return &unix.SockaddrInet6{Port: a.port, ZoneId: a.scope, Addr: a.ip.As16()}, nil
	case afUnix:
		path := a.path
		if path != "" && path[0] == 0 {
			path = "@" + path[1:]
		}
		return &unix.SockaddrUnix{Name: path}, nil
	}
	return nil, unix.EAFNOSUPPORT
}

func fromSys(sa unix.Sockaddr) *address {
	switch sa := sa.(type) {
	case *unix.SockaddrInet4:
		return &address{family: afInet, ip: netip.AddrFrom4(sa.Addr), port: sa.Port}
	case *unix.SockaddrInet6:
		return &address{family: afInet6, ip: netip.AddrFrom16(sa.Addr), port: sa.Port, scope: sa.ZoneId}
	case *unix.SockaddrUnix:
		path := sa.Name
		if path == "@" {
			path = "" // a socket without a name
		} else if path != "" && path[0] == '@' {
			path = "\x00" + path[1:]
		}
		return &address{family: afUnix, path: path}
	}
	return nil
}

// pollAll waits until one of the descriptors is ready, the timeout passes
// (negative: none) or the context ends.
func pollAll(ctx context.Context, fds []pollFd, timeout time.Duration) error {
	r, w, err := os.Pipe()
	if err != nil {
		return err
	}
	defer r.Close()
	stop := context.AfterFunc(ctx, func() { w.Close() })
	defer func() {
		if stop() {
			w.Close()
		}
	}()
	var wakeUp int32
	rc, err := r.SyscallConn()
	if err != nil {
		return err
	}
	if err := rc.Control(func(fd uintptr) { wakeUp = int32(fd) }); err != nil {
		return err
	}
	all := append(fds, pollFd{unix.PollFd{Fd: wakeUp, Events: unix.POLLIN}})
	deadline := time.Now().Add(timeout)
	for {
		left := time.Duration(-1)
		if timeout >= 0 {
			left = max(0, time.Until(deadline))
		}
		n, err := pollNow(all, left)
		copy(fds, all)
		if err != nil || n > 0 || timeout >= 0 && !time.Now().Before(deadline) {
			return err
		}
	}
}

// A pollFd is a descriptor to wait for.
type pollFd struct{ unix.PollFd }

func newPollFd(fd, events int) pollFd {
	return pollFd{unix.PollFd{Fd: int32(fd), Events: int16(events)}}
}

func (p pollFd) ready() (fd, events int) { return int(p.Fd), int(p.Revents) }

// pollNow waits at most that long, or for a signal; negative: for any time.
func pollNow(fds []pollFd, timeout time.Duration) (int, error) {
	ms := -1
	if timeout >= 0 {
		ms = int(min((timeout+time.Millisecond-1)/time.Millisecond, 1<<30))
	}
	n, err := unix.Poll(unsafe.Slice((*unix.PollFd)(unsafe.Pointer(unsafe.SliceData(fds))), len(fds)), ms)
	if err == unix.EINTR {
		err = nil
	}
	return n, err
}
