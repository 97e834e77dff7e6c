package multiprocessing

// This file makes room for segments on Linux.

import (
	"os"

	"golang.org/x/sys/unix"
)

// reserve gives a segment its size, and its memory: a page that cannot be had
// later would be a signal that ends the program.
func reserve(f *os.File, size int64) error {
	for {
		err := unix.Fallocate(int(f.Fd()), 0, 0, size)
		if err != unix.EINTR {
			return err
		}
	}
}
