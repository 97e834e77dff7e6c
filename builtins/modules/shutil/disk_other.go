//go:build !linux && !darwin

package shutil

import "syscall"

func diskUsage(path string) (total, used, free uint64, err error) { return 0, 0, 0, syscall.ENOSYS }
