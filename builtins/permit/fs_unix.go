//go:build unix

package permit

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// openFlags are the flags of open that do not change which file is opened.
const openFlags = syscall.O_NONBLOCK | syscall.O_NOFOLLOW | syscall.O_DIRECTORY

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

func accessible(p string, mode int) bool { return syscall.Access(p, uint32(mode)) == nil }

// permits is access(2) for a file that was looked at.
func permits(info os.FileInfo, mode int) bool {
	st, ok := info.Sys().(*syscall.Stat_t)
	if mode == 0 || !ok {
		return true
	}
	uid := os.Getuid()
	bits := int(st.Mode)
	if uid == 0 {
		return mode&accessExec == 0 || info.IsDir() || bits&0o111 != 0
	}
	groups, _ := os.Getgroups()
	member := int(st.Gid) == os.Getgid()
	for _, g := range groups {
		member = member || int(st.Gid) == g
	}
	switch {
	case int(st.Uid) == uid:
		bits >>= 6
	case member:
		bits >>= 3
	}
	return bits&mode == mode
}

// between runs a system call on the folders of two spots.
func between(a, b *spot, call func(fa, fb int) error) error {
	fa, err := a.dir.Open(".")
	if err != nil {
		return err
	}
	defer fa.Close()
	fb, err := b.dir.Open(".")
	if err != nil {
		return err
	}
	defer fb.Close()
	return call(int(fa.Fd()), int(fb.Fd()))
}

func renameAt(a, b *spot) error {
	return between(a, b, func(fa, fb int) error { return unix.Renameat(fa, a.name, fb, b.name) })
}

func linkAt(a, b *spot) error {
	return between(a, b, func(fa, fb int) error { return unix.Linkat(fa, a.name, fb, b.name, 0) })
}
