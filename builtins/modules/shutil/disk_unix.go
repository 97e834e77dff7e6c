//go:build linux || darwin

package shutil

import "syscall"

func diskUsage(path string) (total, used, free uint64, err error) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(path, &st); err != nil {
		return 0, 0, 0, err
	}
	size := uint64(st.Bsize)
	return st.Blocks * size, (st.Blocks - st.Bfree) * size, st.Bavail * size, nil
}
