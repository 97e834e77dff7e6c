//go:build unix

package os

import (
	"os"
	"syscall"
)

const errExist = syscall.EEXIST

func statFields(info os.FileInfo) (ino, dev, nlink, uid, gid uint64, atime, ctime int64) {
	atime, ctime = info.ModTime().UnixNano(), info.ModTime().UnixNano()
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		ino, dev, nlink, uid, gid = uint64(s.Ino), uint64(s.Dev), uint64(s.Nlink), uint64(s.Uid), uint64(s.Gid)
		atime, ctime = statTimes(s)
	}
	return
}

func kill(pid, sig int) error { return syscall.Kill(pid, syscall.Signal(sig)) }
