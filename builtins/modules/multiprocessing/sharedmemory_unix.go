//go:build unix

package multiprocessing

// This file maps segments on Unix.

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// segmentPrefix sets segments apart from other files where there is no folder for
// them.
var segmentPrefix = func() string {
	if segmentFolder() == shmFolder {
		return ""
	}
	return "starpool-shm-"
}()

// shmFolder is where shm_open keeps segments on Linux, so that other programs'
// are the same.
const shmFolder = "/dev/shm"

func segmentFolder() string {
	if info, err := os.Stat(shmFolder); err == nil && info.IsDir() {
		return shmFolder
	}
	return os.TempDir()
}

// A mapping is a file's pages in this process.
type mapping struct{ data []byte }

func attach(f *os.File, size int) (*mapping, error) {
	data, err := unix.Mmap(int(f.Fd()), 0, size, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err != nil {
		return nil, err
	}
	return &mapping{data}, nil
}

// detach puts empty private pages in place of the file's. Unmapping would let a
// built-in that still holds the bytes crash the program.
func (m *mapping) detach() {
	unix.MmapPtr(-1, 0, unsafe.Pointer(unsafe.SliceData(m.data)), uintptr(len(m.data)), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_FIXED)
}
