package socket

// This file defines how Linux makes sockets.

import (
	"syscall"

	"golang.org/x/sys/unix"
)

const sysGetsockopt = syscall.SYS_GETSOCKOPT

const openFlags = unix.SOCK_NONBLOCK | unix.SOCK_CLOEXEC

func openSys(family, kind, proto int) (int, error) {
	return unix.Socket(family, kind|openFlags, proto)
}

func pairSys(family, kind, proto int) ([2]int, error) {
	return unix.Socketpair(family, kind|openFlags, proto)
}

func acceptSys(num int) (int, unix.Sockaddr, error) { return unix.Accept4(num, openFlags) }
