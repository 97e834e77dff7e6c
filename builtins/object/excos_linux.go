package object

import "syscall"

// linuxErrno is the identity here.
func linuxErrno(e syscall.Errno) (int, bool) { return int(e), e != 0 }
