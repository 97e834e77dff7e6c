package procs

// This file defines how a worker asks something of its parent: objects that the
// parent shares with its workers (queues, locks, managers) live there.

import (
	"encoding/binary"
	"errors"
	"sync"
	"sync/atomic"

	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// An asker is the worker's side.
type asker struct {
	w       *frameWriter
	mu      sync.Mutex
	next    uint64
	waiting map[uint64]chan []byte
}

var asking atomic.Pointer[asker]

// Answer answers in an isolate what one of its workers asks. c is the end of the
// link to the worker; gone is closed when the worker ends. Package
// multiprocessing sets it.
var Answer func(iso *isolate.Isolate, c *Caller, gone <-chan struct{}, request []byte) []byte

// Question makes a request of a value, and returns the link to read the answer
// with. Classes and functions that came from the parent are referred to, so that
// they are the parent's own there. It may be asked from any thread; the lock is
// held.
func Question(t *object.Thread, v starlark.Value) ([]byte, *codec.Link, error) {
	link, age, told := codec.NewLink(false), uint64(0), uint64(0)
	if s := serverIn.In(t.Isolate()); s != nil {
		age = s.age
		link, told = s.link.Aside(false, 0)
	}
	b, err := codec.Encode(t, link, v)
	if err != nil {
		return nil, nil, err
	}
	head := binary.AppendUvarint(nil, age)
	head = binary.AppendUvarint(head, told)
	return append(head, b...), link, nil
}

// Asked reads a question, and returns the link to write the answer with. c is nil
// if the worker has no end here. The lock is held.
func Asked(t *object.Thread, c *Caller, request []byte) (starlark.Value, *codec.Link, error) {
	link := codec.NewLink(true)
	age, n := binary.Uvarint(request)
	told, m := binary.Uvarint(request[max(n, 0):])
	if n <= 0 || m <= 0 {
		return nil, link, ErrMalformed
	}
	if c != nil && c.age == age {
		link, _ = c.link.Aside(true, told)
	}
	v, err := codec.Decode(t, link, request[n+m:])
	return v, link, err
}

// AskIn is how an isolate asks its parent: over the pipe if this process is a
// worker.
var AskIn = isolate.NewKey(func(*isolate.Isolate) func(request []byte) ([]byte, error) { return ask })

// ErrMalformed says that bytes are no question.
var ErrMalformed = errors.New("malformed question")

// ErrNoParent says that this process is no worker.
var ErrNoParent = errors.New("this process is no worker")

// ask sends a request to the parent and waits for its answer. The lock must not
// be held.
func ask(request []byte) ([]byte, error) { return exchange(frameAsk, request) }

// exchange sends a request of a kind that is answered, and waits for the answer.
func exchange(kind byte, request []byte) ([]byte, error) {
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
	if err := a.w.write(kind, head[:], request); err != nil {
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
