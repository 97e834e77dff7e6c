//go:build unix

package errno

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// allCodes are the names that the system has besides those that all systems do.
func allCodes() map[string]syscall.Errno {
	found := map[string]syscall.Errno{"ECANCELED": syscall.ECANCELED}
	for n := syscall.Errno(1); n <= 132; n++ {
		if name := unix.ErrnoName(n); name != "" {
			found[name] = n
		}
	}
	return found
}
