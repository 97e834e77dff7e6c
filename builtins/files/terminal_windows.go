package files

import "golang.org/x/sys/windows"

// TerminalSize returns the columns and rows of the console that a handle is
// open on; ok is false if it is none.
func TerminalSize(fd int) (columns, rows int, ok bool) {
	var info windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(fd), &info); err != nil {
		return 0, 0, false
	}
	return int(info.Window.Right-info.Window.Left) + 1, int(info.Window.Bottom-info.Window.Top) + 1, true
}
