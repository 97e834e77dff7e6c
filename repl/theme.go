package repl

// This file defines the colours.

import (
	"io"
	"os"

	"github.com/fatih/color"
	"github.com/mattn/go-isatty"

	"starpool/builtins/traceback"
)

// A theme colours the parts of a session; one that is off changes nothing.
type theme struct {
	on bool

	prompt, keyword, str, number, comment, note, failure func(string) string
}

func newTheme(on bool) *theme {
	style := func(attrs ...color.Attribute) func(string) string {
		if !on {
			return func(s string) string { return s }
		}
		c := color.New(attrs...)
		c.EnableColor() // fatih/color looks at the process's own streams
		return func(s string) string {
			if s == "" {
				return s
			}
			return c.Sprint(s)
		}
	}
	return &theme{
		on:      on,
		prompt:  style(color.FgMagenta, color.Bold),
		keyword: style(color.FgBlue, color.Bold),
		str:     style(color.FgGreen),
		number:  style(color.FgCyan),
		comment: style(color.FgHiBlack),
		note:    style(color.FgHiBlack),
		failure: style(color.FgRed, color.Bold),
	}
}

// traceback is how tracebacks look: CPython 3.13's colours.
func (th *theme) traceback() *traceback.Style {
	if !th.on {
		return nil
	}
	style := func(attrs ...color.Attribute) func(string) string {
		c := color.New(attrs...)
		c.EnableColor()
		return func(s string) string { return c.Sprint(s) }
	}
	return &traceback.Style{
		File: style(color.FgMagenta), Class: style(color.FgMagenta, color.Bold), Message: style(color.FgMagenta),
		Error: style(color.FgRed, color.Bold), Around: style(color.FgRed),
	}
}

// wantsColour reports whether text for w may be coloured: on a terminal, and
// never with NO_COLOR.
func wantsColour(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(f)
}

func isTerminal(f *os.File) bool {
	return isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd())
}
