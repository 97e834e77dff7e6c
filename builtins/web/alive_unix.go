//go:build unix

package web

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// alive reports whether an idle connection is still good: the server has neither
// closed it nor sent what nobody asked for.
func (c *Conn) alive() bool {
	if c.Closed() || c.br.Buffered() > 0 {
		return false
	}
	sc, ok := c.plain.(syscall.Conn)
	if !ok {
		return true
	}
	raw, err := sc.SyscallConn()
	if err != nil {
		return false
	}
	quiet := false
	err = raw.Control(func(fd uintptr) {
		var b [1]byte
		_, _, err := unix.Recvfrom(int(fd), b[:], unix.MSG_PEEK|unix.MSG_DONTWAIT)
		quiet = err == unix.EAGAIN || err == unix.EWOULDBLOCK || err == unix.EINTR
	})
	return err == nil && quiet
}
