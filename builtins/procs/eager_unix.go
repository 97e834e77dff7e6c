//go:build !windows

package procs

// This file defines eager, a reader of a pipe that tries for some microseconds
// before it sleeps. Going to sleep and being woken up costs the operating system
// and Go's scheduler several times what a short call takes.

import (
	"io"
	"os"
	"runtime"
	"syscall"
	"time"
)

const (
	// eagerTime is how long a reader tries. A call that takes longer loses less
	// by the sleep than others lose by the trying.
	eagerTime = 100 * time.Microsecond
	// After a read that took longer the reader tries again when this many have
	// slept: what the other end does may have become quick.
	eagerRest = 8
)

// An eager reads from a pipe that does not block. It is used by one goroutine at
// a time.
type eager struct {
	f    *os.File
	conn syscall.RawConn
	lazy int // how many reads shall sleep at once
}

func newEager(f *os.File) (*eager, error) {
	conn, err := f.SyscallConn()
	if err != nil {
		return nil, err
	}
	return &eager{f: f, conn: conn}, nil
}

// Read implements io.Reader.
func (e *eager) Read(b []byte) (n int, err error) {
	if len(b) == 0 {
		return 0, nil
	}
	// Who tries takes a processor, which the workers may need.
	try := e.lazy == 0 && int(calls.Load()) <= runtime.NumCPU()
	var begin time.Time
	slept, tried := false, try
	cerr := e.conn.Read(func(fd uintptr) bool {
		for {
			n, err = ignoringEINTR(int(fd), b)
			if err != syscall.EAGAIN {
				return true
			}
			switch {
			case !try:
			case begin.IsZero():
				begin = time.Now()
				continue
			case time.Since(begin) < eagerTime:
				continue
			}
			slept, try = true, false
			return false
		}
	})
	switch {
	case slept && e.lazy > 0:
		e.lazy--
	case slept && tried:
		e.lazy = eagerRest
	}
	switch {
	case cerr != nil:
		return 0, cerr
	case err != nil:
		return 0, os.NewSyscallError("read", err)
	case n == 0:
		return 0, io.EOF
	}
	return n, nil
}

// Close closes the pipe.
func (e *eager) Close() error { return e.f.Close() }

func ignoringEINTR(fd int, b []byte) (int, error) {
	for {
		n, err := syscall.Read(fd, b)
		if err != syscall.EINTR {
			return max(n, 0), err
		}
	}
}
