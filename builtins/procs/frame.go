package procs

// This file defines the frames of the protocol between a parent and a worker
// process: a kind, a length of four bytes, and so many bytes.

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"sync"

	"starpool/builtins/isolate"
)

// kinds of frames.
const (
	frameSetup    = 'S' // to the worker, first: a setup as JSON
	frameCall     = 'C' // to the worker: a request
	frameBye      = 'B' // to the worker: no more requests; an exit status, and whether to park
	frameReply    = 'R' // from the worker: a reply
	frameOut      = 'O' // from the worker: standard output
	frameErr      = 'E' // from the worker: standard error
	frameAsk      = 'A' // from the worker: a call on something of the parent's
	frameLease    = 'L' // from the worker: what it needs of a limit
	frameAnswer   = 'a' // to the worker
	frameDone     = 'D' // from the worker: it has finished; whether it can work for another pool
	frameReady    = 'H' // from the worker: it begins to work for another pool
	frameSaid     = 'N' // from the worker: how many frames of output have gone aside
	maxFrame      = 1<<32 - 1
	frameOverhead = 5
	frameFree     = 1 << 14 // shorter ones need no room
)

// A frameWriter writes frames; it is safe for concurrent use.
type frameWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (f *frameWriter) write(kind byte, parts ...[]byte) error {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	if n > maxFrame {
		return fmt.Errorf("a message of %d bytes is too large", n)
	}
	buf := make([]byte, frameOverhead, frameOverhead+min(n, 1<<16))
	buf[0] = kind
	binary.LittleEndian.PutUint32(buf[1:], uint32(n))
	f.mu.Lock()
	defer f.mu.Unlock()
	if n <= 1<<16 {
		// One write, so that the other end wakes up once.
		for _, p := range parts {
			buf = append(buf, p...)
		}
		_, err := f.w.Write(buf)
		return err
	}
	if _, err := f.w.Write(buf); err != nil {
		return err
	}
	for _, p := range parts {
		if _, err := f.w.Write(p); err != nil {
			return err
		}
	}
	return nil
}

// number is the form of a number that is a frame's data or its beginning.
func number(n uint64) []byte { return binary.LittleEndian.AppendUint64(nil, n) }

// readFrame reads the next frame.
func readFrame(r *bufio.Reader) (kind byte, data []byte, err error) { return readWithin(r, nil) }

// readWithin is readFrame for a process with limits: a frame that does not fit ends
// the run.
func readWithin(r *bufio.Reader, budget *isolate.Budget) (kind byte, data []byte, err error) {
	var head [frameOverhead]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	n := int64(binary.LittleEndian.Uint32(head[1:]))
	if n > frameFree && !budget.Fits(2*n) {
		return 0, nil, budget.Exceed(isolate.Memory)
	}
	// What the other end claims is not allocated before it has come.
	if n <= 1<<20 {
		data = make([]byte, n)
		_, err = io.ReadFull(r, data)
		return head[0], data, unexpected(err)
	}
	for int64(len(data)) < n {
		step := min(n-int64(len(data)), max(1<<20, int64(len(data))))
		at := len(data)
		data = append(data, make([]byte, step)...)
		if _, err := io.ReadFull(r, data[at:]); err != nil {
			return 0, nil, unexpected(err)
		}
	}
	return head[0], data, nil
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
