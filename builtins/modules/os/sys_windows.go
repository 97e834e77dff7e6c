package os

import (
	"os"
	"syscall"
)

const errExist = syscall.ERROR_ALREADY_EXISTS

func statFields(info os.FileInfo) (ino, dev, nlink, uid, gid uint64, atime, ctime int64) {
	atime, ctime = info.ModTime().UnixNano(), info.ModTime().UnixNano()
	if s, ok := info.Sys().(*syscall.Win32FileAttributeData); ok {
		atime, ctime = s.LastAccessTime.Nanoseconds(), s.CreationTime.Nanoseconds()
	}
	return 0, 0, 1, 0, 0, atime, ctime
}

func kill(pid, sig int) error {
	p, err := os.FindProcess(pid)
	if err != nil {
		return err
	}
	return p.Kill()
}
