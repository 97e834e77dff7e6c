//go:build unix

package command

// This file defines what happens when nobody reads standard output any more.

import (
	"io"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sys/unix"
)

// catchBrokenPipe makes a write to a pipe that nobody reads fail instead of
// killing the program: the script gets a BrokenPipeError, as in Python. Child
// processes are not affected, as they would be if the signal were ignored.
func catchBrokenPipe() (stop func()) {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGPIPE)
	return func() { signal.Stop(ch) }
}

// readerGone reports whether w is a pipe that nobody reads.
func readerGone(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	fds := []unix.PollFd{{Fd: int32(f.Fd()), Events: unix.POLLOUT}}
	n, err := unix.Poll(fds, 0)
	return err == nil && n > 0 && fds[0].Revents&(unix.POLLERR|unix.POLLHUP) != 0
}
