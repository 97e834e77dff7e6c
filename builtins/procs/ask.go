package procs

// This file defines how a worker asks something of its parent: objects that the
// parent shares with its workers (queues, locks, managers) live there.

import (
	"encoding/binary"
	"errors"
	"sync"
	"sync/atomic"

	"starpool/builtins/isolate"
)

// An asker is the worker's side.
type asker struct {
	w       *frameWriter
	mu      sync.Mutex
	next    uint64
	waiting map[uint64]chan []byte
}

var asking atomic.Pointer[asker]

// Answer answers in an isolate what one of its workers asks. gone is closed when
// the worker ends. Package multiprocessing sets it.
var Answer func(iso *isolate.Isolate, gone <-chan struct{}, request []byte) []byte

// AskIn is how an isolate asks its parent: over the pipe if this process is a
// worker.
var AskIn = isolate.NewKey(func(*isolate.Isolate) func(request []byte) ([]byte, error) { return ask })

// ErrNoParent says that this process is no worker.
var ErrNoParent = errors.New("this process is no worker")

// ask sends a request to the parent and waits for its answer. The lock must not
// be held.
func ask(request []byte) ([]byte, error) {
	a := asking.Load()
	if a == nil {
		return nil, ErrNoParent
	}
	ch := make(chan []byte, 1)
	a.mu.Lock()
	a.next++
	n := a.next
	if a.waiting == nil {
		a.waiting = make(map[uint64]chan []byte)
	}
	a.waiting[n] = ch
	a.mu.Unlock()
	var head [askHead]byte
	binary.LittleEndian.PutUint64(head[:], n)
	if err := a.w.write(frameAsk, head[:], request); err != nil {
		return nil, err
	}
	return <-ch, nil
}

func (a *asker) answered(data []byte) {
	if len(data) < askHead {
		return
	}
	n := binary.LittleEndian.Uint64(data)
	a.mu.Lock()
	ch := a.waiting[n]
	delete(a.waiting, n)
	a.mu.Unlock()
	if ch != nil {
		ch <- data[askHead:]
	}
}
