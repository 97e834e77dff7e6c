package web

// This file defines Conn: one connection, with the time limit of each wait.

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"sync"
	"time"
)

var past = time.Unix(1, 0)

// A Conn is a connection to a server, or through a proxy to one. One request is
// under way at a time, by one goroutine; Close may be called from anywhere.
type Conn struct {
	// Timeout limits each wait for the server to send or take something; 0 means
	// no limit.
	Timeout time.Duration
	// Reused is true if a request was sent on the connection before.
	Reused bool

	tr     *Transport
	pool   *Pool
	target Target
	nc     net.Conn // with TLS, if there is
	plain  net.Conn // what nc stands on
	br     *bufio.Reader
	timer  *time.Timer // ends idleness; its pool's
	ctx    context.Context
	over   bool // the response has ended: give the connection back after this step

	mu      sync.Mutex
	aborted bool
	closed  bool
}

// NetConn returns the connection underneath: TLS's, if it is secured.
func (c *Conn) NetConn() net.Conn { return c.nc }

// Target returns what the connection was made for.
func (c *Conn) Target() Target { return c.target }

// during runs fn under ctx: when ctx ends, what waits in fn fails. A connection on
// which anything failed is closed.
func (c *Conn) during(ctx context.Context, fn func() error) error {
	if err := ctx.Err(); err != nil {
		c.Close()
		return context.Cause(ctx)
	}
	c.ctx, c.over = ctx, false
	stop := context.AfterFunc(ctx, c.abort)
	err := fn()
	c.ctx = nil
	release := c.over
	if !stop() {
		// ctx has ended; abort runs, or will.
		c.Close()
		if err == nil || err == io.EOF {
			return err
		}
	}
	if err != nil && err != io.EOF {
		c.Close()
		return ended(ctx, err)
	}
	if release {
		// From here on the connection is somebody else's.
		c.Release()
	}
	return err
}

// abort makes what runs on the connection fail, for good.
func (c *Conn) abort() {
	c.mu.Lock()
	c.aborted = true
	c.nc.SetDeadline(past)
	c.mu.Unlock()
	c.Close()
}

// Close closes the connection. It may be called more than once.
func (c *Conn) Close() error {
	c.mu.Lock()
	again := c.closed
	c.closed = true
	c.mu.Unlock()
	if again {
		return nil
	}
	c.tr.remove(c)
	// TLS would wait to say good-bye; the server needs no more than the end.
	return c.plain.Close()
}

// Closed reports whether the connection was closed by us.
func (c *Conn) Closed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.closed
}

// Release gives the connection back to the pool that it came from, or closes it
// if there is none. A Body that ends does it by itself.
func (c *Conn) Release() {
	if c.pool == nil || c.Closed() || c.br.Buffered() > 0 {
		c.Close()
		return
	}
	c.pool.put(c)
}

func (c *Conn) deadline(set func(time.Time) error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.aborted || c.closed {
		return net.ErrClosed
	}
	if c.Timeout > 0 {
		return set(time.Now().Add(c.Timeout))
	}
	return set(time.Time{})
}

// recv is the io.Reader under the buffer.
type recv struct{ c *Conn }

func (r recv) Read(p []byte) (int, error) {
	c := r.c
	if err := c.deadline(c.nc.SetReadDeadline); err != nil {
		return 0, &Error{Kind: Broken, Err: err}
	}
	n, err := c.nc.Read(p)
	if n > 0 || err == nil {
		return n, nil
	}
	switch {
	case err == io.EOF:
		return 0, err
	case isTimeout(err):
		return 0, &Error{Kind: ReadTimeout, Err: err}
	case errors.Is(err, io.ErrUnexpectedEOF):
		// TLS without a good-bye: browsers and OpenSSL's callers take it as the end.
		return 0, io.EOF
	}
	return 0, &Error{Kind: Broken, Err: err}
}

func (c *Conn) write(p []byte) error {
	// A large body is sent in parts: the limit is for each wait.
	for len(p) > 0 {
		part := p[:min(len(p), 64<<10)]
		p = p[len(part):]
		if err := c.deadline(c.nc.SetWriteDeadline); err != nil {
			return &Error{Kind: Broken, Err: err}
		}
		if _, err := c.nc.Write(part); err != nil {
			if isTimeout(err) {
				return &Error{Kind: WriteTimeout, Err: err}
			}
			return &Error{Kind: Broken, Err: err}
		}
	}
	return nil
}
