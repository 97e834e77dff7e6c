//go:build unix

package repl

// This file defines how a terminal is asked whether a key was pressed.

import (
	"os"
	"time"

	"golang.org/x/sys/unix"
)

const (
	pollTime   = 50 * time.Millisecond // how late Close may be noticed
	escapeTime = 25 * time.Millisecond // how long the rest of a key may take
)

// readable waits for at most d until a read of f would not block.
func readable(f *os.File, d time.Duration) bool {
	fds := []unix.PollFd{{Fd: int32(f.Fd()), Events: unix.POLLIN}}
	n, err := unix.Poll(fds, int(d.Milliseconds()))
	return n > 0 || err != nil && err != unix.EINTR
}

const canEdit = true
