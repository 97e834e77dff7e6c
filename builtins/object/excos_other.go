//go:build !linux

package object

import (
	"errors"
	"io/fs"
	"syscall"
)

// linuxErrno translates the errors that scripts tell apart; others keep their
// own number.
func linuxErrno(e syscall.Errno) (int, bool) {
	switch {
	case errors.Is(e, syscall.EISDIR):
		return 21, true
	case errors.Is(e, syscall.ENOTDIR):
		return 20, true
	case errors.Is(e, syscall.EPIPE):
		return 32, true
	case errors.Is(e, syscall.EINVAL):
		return 22, true
	case errors.Is(e, syscall.ENOTEMPTY):
		return 39, true
	case errors.Is(e, syscall.ECONNREFUSED):
		return 111, true
	case errors.Is(e, syscall.ECONNRESET):
		return 104, true
	case errors.Is(e, syscall.ECONNABORTED):
		return 103, true
	case errors.Is(e, syscall.EADDRINUSE):
		return 98, true
	case errors.Is(e, syscall.ETIMEDOUT):
		return 110, true
	case errors.Is(e, fs.ErrNotExist):
		return 2, true
	case errors.Is(e, fs.ErrExist):
		return 17, true
	case errors.Is(e, fs.ErrPermission):
		return 13, true
	}
	return int(e), e != 0
}
