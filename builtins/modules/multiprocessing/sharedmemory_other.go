//go:build !linux

package multiprocessing

// This file makes room for segments where a file's size is all that can be set.

import "os"

func reserve(f *os.File, size int64) error { return f.Truncate(size) }
