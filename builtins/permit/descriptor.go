package permit

// This file defines which file descriptors are a script's. The process has others,
// of the host and of other interpreters, whose numbers can be guessed.

import (
	"os"

	"starpool/builtins/isolate"
)

// descriptorsIn are the open files of an isolate that its scripts know by number.
var descriptorsIn = isolate.NewKey(func(iso *isolate.Isolate) map[int]*os.File {
	m := make(map[int]*os.File)
	for fd, s := range []any{iso.Stdin, iso.Stdout, iso.Stderr} {
		if f := fileUnder(s); f != nil {
			m[fd] = f
		} else if PolicyIn.In(iso) == nil {
			m[fd] = []*os.File{os.Stdin, os.Stdout, os.Stderr}[fd]
		}
	}
	return m
})

func fileUnder(s any) *os.File {
	switch s := s.(type) {
	case *os.File:
		return s
	case interface{ File() *os.File }:
		return s.File()
	}
	return nil
}

// AddFile notes that scripts of the isolate know an open file by its number. The
// lock is held.
func AddFile(iso *isolate.Isolate, f *os.File) int {
	fd := int(f.Fd())
	descriptorsIn.In(iso)[fd] = f
	return fd
}

// ForgetFile undoes AddFile. The lock is held.
func ForgetFile(iso *isolate.Isolate, fd int) { delete(descriptorsIn.In(iso), fd) }

// KnownFile is the open file that scripts of the isolate know by this number, or
// nil: also if the file was closed and the number may be another's now. The lock
// is held.
func KnownFile(iso *isolate.Isolate, fd int) *os.File {
	f := descriptorsIn.In(iso)[fd]
	if f == nil || int(f.Fd()) != fd && fd > 2 {
		return nil
	}
	return f
}

// OwnsDescriptors reports whether scripts of the isolate may use any descriptor of
// the process. The lock is held.
func OwnsDescriptors(iso *isolate.Isolate) bool { return PolicyIn.In(iso) == nil }

// Stream is what a program that a script starts gets for one of the numbers 0 to
// 2: the isolate's own.
func Stream(iso *isolate.Isolate, fd int) any {
	var s any
	switch fd {
	case 0:
		s = iso.Stdin
	case 1:
		s = iso.Stdout
	case 2:
		s = iso.Stderr
	}
	if OwnsDescriptors(iso) {
		s = []*os.File{os.Stdin, os.Stdout, os.Stderr}[fd]
	}
	return s
}
