//go:build !unix

package permit

import "os"

const openFlags = 0

func removeFile(p string) error { return os.Remove(p) }
func removeDir(p string) error  { return os.Remove(p) }

// accessible looks at the write bit only: there is no other here.
func accessible(p string, mode int) bool {
	info, err := os.Stat(p)
	return err == nil && permits(info, mode)
}

func permits(info os.FileInfo, mode int) bool {
	return mode&accessWrite == 0 || info.Mode().Perm()&0o200 != 0
}

// Two open folders have no operation in common here, so these go by the paths
// that were found.
func renameAt(a, b *spot) error { return os.Rename(a.real, b.real) }
func linkAt(a, b *spot) error   { return os.Link(a.real, b.real) }
