package procs

// This file defines link, an end of what connects a parent and a worker.

import (
	"bufio"
	"io"
	"sync"
	"sync/atomic"
)

// A link has a stream in each direction for requests and replies, which take
// turns, so that whoever waits for one reads it, without a goroutine in between.
// What has no turn goes aside: questions of the worker, their answers, what it
// prints between calls, and the news that the other end is gone. Where there is
// no second channel, aside is nil and all goes one way.
type link struct {
	in    io.ReadCloser
	out   io.WriteCloser
	aside io.ReadWriteCloser
}

func (l *link) close() {
	l.in.Close()
	l.out.Close()
	if l.aside != nil {
		l.aside.Close()
	}
}

// calls counts the calls of this program's workers that are under way.
var calls atomic.Int32

const bufferSize = 1 << 16

func (l *link) reader() *bufio.Reader { return bufio.NewReaderSize(l.in, bufferSize) }

// A voice is what a worker says to its parent. While a call runs all of it goes
// with the reply, so that it is heard in order; else it goes aside, and the next
// call begins with how much that was, so that the order holds across both.
type voice struct {
	replies *frameWriter
	aside   *frameWriter // replies, if there is no second channel

	mu   sync.Mutex
	busy bool
	said uint64 // frames of output that went aside
	told uint64 // how many of them the parent was told of
	over bool   // it has no more to say
}

// output returns the way of a standard stream.
func (v *voice) output(kind byte) func([]byte) error {
	return func(b []byte) error {
		v.mu.Lock()
		defer v.mu.Unlock()
		if v.over {
			return nil
		}
		if v.busy {
			return v.replies.write(kind, b)
		}
		v.said++
		return v.aside.write(kind, b)
	}
}

// mute drops what is said from now on: the pool that it was for has ended.
func (v *voice) mute() {
	v.mu.Lock()
	v.over = true
	v.mu.Unlock()
}

// begin notes that a call begins.
func (v *voice) begin() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.busy = true
	if v.said != v.told && v.aside != v.replies {
		v.told = v.said
		v.replies.write(frameSaid, number(v.said))
	}
}

// reply ends a call.
func (v *voice) reply(b []byte) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.busy = false
	return v.replies.write(frameReply, b)
}

// An ear counts the output that came aside.
type ear struct {
	mu    sync.Mutex
	heard uint64
	more  sync.Cond
	deaf  bool // there will be no more
}

func newEar() *ear {
	e := &ear{}
	e.more.L = &e.mu
	return e
}

func (e *ear) count() {
	e.mu.Lock()
	e.heard++
	e.mu.Unlock()
	e.more.Broadcast()
}

func (e *ear) end() {
	e.mu.Lock()
	e.deaf = true
	e.mu.Unlock()
	e.more.Broadcast()
}

// wait waits until so much has come.
func (e *ear) wait(n uint64) {
	e.mu.Lock()
	for e.heard < n && !e.deaf {
		e.more.Wait()
	}
	e.mu.Unlock()
}
