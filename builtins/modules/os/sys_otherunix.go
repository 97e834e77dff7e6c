//go:build unix && !linux && !darwin && !freebsd && !netbsd

package os

import "syscall"

func statTimes(s *syscall.Stat_t) (atime, ctime int64) { return s.Atim.Nano(), s.Ctim.Nano() }
