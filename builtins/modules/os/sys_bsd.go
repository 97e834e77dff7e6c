//go:build darwin || freebsd || netbsd

package os

import "syscall"

func statTimes(s *syscall.Stat_t) (atime, ctime int64) {
	return s.Atimespec.Nano(), s.Ctimespec.Nano()
}
