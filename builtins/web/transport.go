package web

// This file defines Transport.

import (
	"sync"
	"sync/atomic"
	"time"

	"starpool/builtins/isolate"
	"starpool/builtins/permit"
)

// A Transport is what the requests of an isolate have in common: the connections,
// which it closes with the isolate, the permission to make them, and the trusted
// certificates that were read. Its methods are safe for concurrent use.
type Transport struct {
	policy *permit.Policy
	files  atomic.Pointer[permit.FS] // for certificates

	// Shared is the pool of requests that belong to no session. It keeps an idle
	// connection for half a second: long enough for the next of many requests,
	// and short enough that a server which serves one connection at a time is not
	// held up.
	Shared *Pool

	mu     sync.Mutex
	conns  map[*Conn]struct{}
	roots  map[string]*rootsEntry
	closed bool
}

var key = isolate.NewKey(func(iso *isolate.Isolate) *Transport {
	tr := &Transport{policy: permit.PolicyIn.In(iso), conns: make(map[*Conn]struct{}), roots: make(map[string]*rootsEntry)}
	tr.Shared = tr.NewPool(0, 500*time.Millisecond)
	iso.OnClose(tr.close)
	return tr
})

// In returns the isolate's Transport. The caller must hold the lock.
func In(iso *isolate.Isolate) *Transport {
	tr, fs := key.In(iso), permit.FilesOf(iso)
	tr.files.Store(&fs)
	return tr
}

// Environ returns the isolate's environment variable name, or "". The caller must
// hold the lock.
func Environ(iso *isolate.Isolate, name string) string { return permit.Environ.In(iso)[name] }

// close ends all connections, in use or idle.
func (tr *Transport) close() {
	tr.mu.Lock()
	conns := tr.conns
	tr.conns, tr.closed = nil, true
	tr.mu.Unlock()
	for c := range conns {
		c.abort()
	}
}

// add takes note of a connection; false means that the isolate is closing.
func (tr *Transport) add(c *Conn) bool {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	if tr.closed {
		return false
	}
	tr.conns[c] = struct{}{}
	return true
}

func (tr *Transport) remove(c *Conn) {
	tr.mu.Lock()
	delete(tr.conns, c)
	tr.mu.Unlock()
}

// Open counts the connections that are open, idle ones among them.
func (tr *Transport) Open() int {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	return len(tr.conns)
}
