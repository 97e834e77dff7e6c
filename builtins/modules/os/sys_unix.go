//go:build unix

package os

import (
	"os"
	"syscall"
)

const errExist = syscall.EEXIST

// removeFile and removeDir are unlink and rmdir: os.Remove does not tell a file
// from a folder.
func removeFile(p string) error {
	if err := syscall.Unlink(p); err != nil {
		// Linux says EISDIR for a folder, others EPERM.
		if info, serr := os.Lstat(p); serr == nil && info.IsDir() {
			err = syscall.EISDIR
		}
		return &os.PathError{Op: "unlink", Path: p, Err: err}
	}
	return nil
}

func removeDir(p string) error {
	if err := syscall.Rmdir(p); err != nil {
		return &os.PathError{Op: "rmdir", Path: p, Err: err}
	}
	return nil
}

func access(p string, mode int) bool { return syscall.Access(p, uint32(mode)) == nil }

func statFields(info os.FileInfo) (ino, dev, nlink, uid, gid uint64, atime, ctime int64) {
	atime, ctime = info.ModTime().UnixNano(), info.ModTime().UnixNano()
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		ino, dev, nlink, uid, gid = uint64(s.Ino), uint64(s.Dev), uint64(s.Nlink), uint64(s.Uid), uint64(s.Gid)
		atime, ctime = statTimes(s)
	}
	return
}

func kill(pid, sig int) error { return syscall.Kill(pid, syscall.Signal(sig)) }
