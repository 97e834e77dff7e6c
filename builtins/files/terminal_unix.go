//go:build unix

package files

import "golang.org/x/sys/unix"

// TerminalSize returns the columns and rows of the terminal that a descriptor
// is open on; ok is false if it is none.
func TerminalSize(fd int) (columns, rows int, ok bool) {
	ws, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil {
		return 0, 0, false
	}
	return int(ws.Col), int(ws.Row), true
}

// Echo switches whether a terminal shows what is typed. It reports whether the
// descriptor is a terminal.
func Echo(fd int, on bool) bool {
	t, err := unix.IoctlGetTermios(fd, getTermios)
	if err != nil {
		return false
	}
	t.Lflag &^= unix.ECHO
	if on {
		t.Lflag |= unix.ECHO
	}
	return unix.IoctlSetTermios(fd, setTermios, t) == nil
}
