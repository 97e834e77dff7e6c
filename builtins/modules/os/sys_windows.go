package os

import (
	"os"
	"syscall"
)

const errExist = syscall.ERROR_ALREADY_EXISTS

func removeFile(p string) error { return os.Remove(p) }
func removeDir(p string) error  { return os.Remove(p) }

// access looks at the write bit only: Windows has no other here.
func access(p string, mode int) bool {
	info, err := os.Stat(p)
	return err == nil && (mode&2 == 0 || info.Mode().Perm()&0o200 != 0)
}

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
