//go:build unix && !linux

package socket

// This file defines how the BSDs, macOS among them, make sockets: without the
// flags of Linux.

import (
	"syscall"

	"golang.org/x/sys/unix"
)

const sysGetsockopt = syscall.SYS_GETSOCKOPT

func prepare(num int) error {
	unix.CloseOnExec(num)
	if err := unix.SetNonblock(num, true); err != nil {
		unix.Close(num)
		return err
	}
	return nil
}

func openSys(family, kind, proto int) (int, error) {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	num, err := unix.Socket(family, kind, proto)
	if err == nil {
		err = prepare(num)
	}
	return num, err
}

func pairSys(family, kind, proto int) ([2]int, error) {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	fds, err := unix.Socketpair(family, kind, proto)
	if err != nil {
		return fds, err
	}
	if err = prepare(fds[0]); err != nil {
		unix.Close(fds[1])
		return fds, err
	}
	if err = prepare(fds[1]); err != nil {
		unix.Close(fds[0])
	}
	return fds, err
}

func acceptSys(num int) (int, unix.Sockaddr, error) {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	n, sa, err := unix.Accept(num)
	if err == nil {
		err = prepare(n)
	}
	return n, sa, err
}
