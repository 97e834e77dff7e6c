package web

// This file defines Pool.

import (
	"context"
	"sync"
	"time"
)

// A Pool keeps connections that are idle for the next request to the same
// target. It never refuses a new one: what it bounds is how many it keeps.
type Pool struct {
	tr     *Transport
	keep   int
	linger time.Duration

	mu     sync.Mutex
	idle   map[Target][]*Conn // the most recent last
	closed bool
}

// NewPool returns a pool that keeps at most keep idle connections to each target
// (0: 1,000) for at most linger.
func (tr *Transport) NewPool(keep int, linger time.Duration) *Pool {
	if keep <= 0 {
		keep = 1000
	}
	return &Pool{tr: tr, keep: keep, linger: linger, idle: make(map[Target][]*Conn)}
}

// Get returns an idle connection to the target, or dials one. A connection that
// the server has closed meanwhile is not returned, where the system can tell.
func (p *Pool) Get(ctx context.Context, target Target, timeout time.Duration) (*Conn, error) {
	for {
		c := p.take(target)
		if c == nil {
			break
		}
		if c.alive() {
			c.Reused = true
			return c, nil
		}
		c.Close()
	}
	c, err := p.tr.Dial(ctx, target, timeout)
	if err != nil {
		return nil, err
	}
	c.pool = p
	return c, nil
}

func (p *Pool) take(target Target) *Conn {
	p.mu.Lock()
	defer p.mu.Unlock()
	conns := p.idle[target]
	for len(conns) > 0 {
		c := conns[len(conns)-1]
		conns[len(conns)-1] = nil
		conns = conns[:len(conns)-1]
		p.idle[target] = conns
		// The timer has won if it cannot be stopped: it closes c.
		if c.timer.Stop() {
			return c
		}
	}
	return nil
}

// put keeps c; if there is no room it is closed.
func (p *Pool) put(c *Conn) {
	p.mu.Lock()
	conns := p.idle[c.target]
	if p.closed || len(conns) >= p.keep {
		p.mu.Unlock()
		c.Close()
		return
	}
	if c.timer == nil {
		c.timer = time.AfterFunc(p.linger, func() { p.expire(c) })
	} else {
		c.timer.Reset(p.linger)
	}
	p.idle[c.target] = append(conns, c)
	p.mu.Unlock()
}

func (p *Pool) expire(c *Conn) {
	p.mu.Lock()
	conns := p.idle[c.target]
	for i, o := range conns {
		if o == c {
			conns = append(conns[:i], conns[i+1:]...)
			break
		}
	}
	if len(conns) == 0 {
		delete(p.idle, c.target)
	} else {
		p.idle[c.target] = conns
	}
	p.mu.Unlock()
	c.Close()
}

// Close closes the idle connections. Those in use are closed when they are
// released. The pool may be used again, but keeps nothing any more.
func (p *Pool) Close() {
	p.mu.Lock()
	idle := p.idle
	p.idle, p.closed = make(map[Target][]*Conn), true
	p.mu.Unlock()
	for _, conns := range idle {
		for _, c := range conns {
			if c.timer.Stop() {
				c.Close()
			}
		}
	}
}

// Drain closes the idle connections and keeps later ones again.
func (p *Pool) Drain() {
	p.Close()
	p.mu.Lock()
	p.closed = false
	p.mu.Unlock()
}
