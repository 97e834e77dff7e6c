package permit

import (
	"os"

	"golang.org/x/sys/unix"
)

// isKernel reports whether a file is a view of the kernel's or of a process's
// state: the environment and the memory of this very process are there.
func isKernel(f *os.File) bool {
	kernel := true
	c, err := f.SyscallConn()
	if err != nil {
		return true
	}
	c.Control(func(fd uintptr) {
		var st unix.Statfs_t
		if unix.Fstatfs(int(fd), &st) == nil {
			kernel = st.Type == unix.PROC_SUPER_MAGIC || st.Type == unix.SYSFS_MAGIC
		}
	})
	return kernel
}
