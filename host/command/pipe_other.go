//go:build !unix

package command

import "io"

// catchBrokenPipe does nothing: there is no such signal.
func catchBrokenPipe() (stop func()) { return func() {} }

// readerGone is not known here.
func readerGone(w io.Writer) bool { return false }
