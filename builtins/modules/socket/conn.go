package socket

// This file defines how another module puts a protocol of its own, TLS, between a
// script's socket and the network.

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"sync"
	"syscall"
	"time"

	"starpool/builtins/object"
)

// A Layer stands between the methods of a socket that transfer and the network.
// Its methods are called without the isolate's lock; they end with ctx, and with
// os.ErrDeadlineExceeded at the deadline (zero: none).
type Layer interface {
	Read(ctx context.Context, deadline time.Time, p []byte) (int, error)
	Write(ctx context.Context, deadline time.Time, p []byte) (int, error)
	// Raise makes a script's exception of an error of Read or Write.
	Raise(err error, write bool) error
}

// SetLayer moves the connection of one socket object to another and puts a layer,
// which make returns, over it. The first object is closed without closing the
// connection.
func SetLayer(t *thread, from, to value, make func(c *Conn) Layer) error {
	s, h, err := live(from)
	if err != nil {
		return err
	}
	if _, err := h.peerAddress(); err != nil {
		return raise(err)
	}
	target, err := of(to)
	if err != nil {
		return err
	}
	target.become(t, h, s.family, s.kind, s.proto)
	target.setTimeout(s.timeout())
	target.layer = make(&Conn{h: h})
	s.handle, s.closing = nil, true
	return nil
}

// RemoveLayer takes the layer off again and returns it, or nil.
func RemoveLayer(v value) Layer {
	s, err := of(v)
	if err != nil {
		return nil
	}
	l := s.layer
	s.layer = nil
	return l
}

// LayerOf returns the layer of a socket object, or nil.
func LayerOf(v value) Layer {
	if s, err := of(v); err == nil && s.handle != nil {
		return s.layer
	}
	return nil
}

// Deadline is when an operation on the socket that starts now gives up.
func Deadline(v value) (deadline time.Time, blocking bool) {
	s, err := of(v)
	if err != nil {
		return time.Time{}, true
	}
	return s.deadline(), s.timeout() != 0
}

// A Conn is the connection under a layer, as Go's packages want it. Each direction
// is used by one goroutine at a time, under the context and deadline of Begin.
type Conn struct {
	h *handle

	mu    sync.Mutex
	ctx   [2]context.Context
	until [2]time.Time
}

// Begin sets what limits the reads or the writes that follow.
func (c *Conn) Begin(ctx context.Context, deadline time.Time, write bool) {
	d := reading
	if write {
		d = writing
	}
	c.mu.Lock()
	c.ctx[d], c.until[d] = ctx, deadline
	c.mu.Unlock()
}

func (c *Conn) limits(d int) (context.Context, time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ctx[d] == nil || c.ctx[d].Err() != nil && c.ctx[1-d] != nil {
		d = 1 - d // an answer that reading makes necessary, or the other way round
	}
	if c.ctx[d] == nil {
		return context.Background(), time.Now().Add(patience)
	}
	return c.ctx[d], c.until[d]
}

// Read implements net.Conn.
func (c *Conn) Read(p []byte) (n int, err error) {
	werr := c.run(reading, func() error { n, _, err = c.h.recv(p, 0); return err })
	if werr == nil && n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, werr
}

// Write implements net.Conn.
func (c *Conn) Write(p []byte) (int, error) {
	rest := string(p)
	err := c.run(writing, func() error { return sendAll(c.h, &rest, 0) })
	return len(p) - len(rest), err
}

func (c *Conn) run(direction int, try func() error) error {
	err := try()
	if !again(err) {
		return err
	}
	ctx, deadline := c.limits(direction)
	if werr := c.h.wait(ctx, direction, deadline, func(int) bool { err = try(); return !again(err) }); werr != nil {
		return werr
	}
	return err
}

// Close implements net.Conn: the socket object closes the connection.
func (c *Conn) Close() error { return nil }

// LocalAddr and RemoteAddr implement net.Conn.
func (c *Conn) LocalAddr() net.Addr  { return tcpAddr(c.h.localAddress()) }
func (c *Conn) RemoteAddr() net.Addr { return tcpAddr(c.h.peerAddress()) }

func tcpAddr(a *address, err error) net.Addr {
	if err != nil || a == nil {
		return &net.TCPAddr{}
	}
	return &net.TCPAddr{IP: a.ip.AsSlice(), Port: a.port}
}

// SetDeadline and its kin implement net.Conn; Begin is used instead.
func (c *Conn) SetDeadline(time.Time) error      { return nil }
func (c *Conn) SetReadDeadline(time.Time) error  { return nil }
func (c *Conn) SetWriteDeadline(time.Time) error { return nil }

var _ net.Conn = (*Conn)(nil)

// through reads or writes by the layer of a socket.
func (s *socket) through(t *thread, write bool, do func(ctx context.Context, deadline time.Time) (int, error)) (int, error) {
	deadline := s.deadline()
	if s.timeout() == 0 {
		deadline = time.Now() // what has come already may still be read
	}
	n := 0
	var err error
	if berr := t.Block(func(ctx context.Context) error { n, err = do(ctx, deadline); return nil }); berr != nil {
		return 0, berr
	}
	if err != nil {
		return n, s.layer.Raise(s.wouldBlock(err), write)
	}
	return n, nil
}

// wouldBlock turns the end of time of a socket that does not wait into EAGAIN.
func (s *socket) wouldBlock(err error) error {
	if errors.Is(err, os.ErrDeadlineExceeded) && s.timeout() == 0 {
		return syscall.EAGAIN
	}
	return err
}

func (s *socket) plain() error {
	if s.layer != nil {
		return object.Raise(object.ValueError, "non-zero flags not allowed in calls to recv() on <class 'ssl.SSLSocket'>")
	}
	return nil
}
