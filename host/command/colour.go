package command

// This file decides on colour: only on a terminal, and never with NO_COLOR.

import (
	"io"
	"os"
	"strings"

	"github.com/fatih/color"
	"github.com/mattn/go-isatty"
)

// wantsColour reports whether text written to w may be coloured.
func wantsColour(w io.Writer) bool {
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	f, ok := w.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}

// paint colours a traceback as CPython 3.13 does: file names and functions in
// magenta, carets and the exception in red.
func paint(traceback string, w io.Writer) string {
	if !wantsColour(w) {
		return traceback
	}
	style := func(attrs ...color.Attribute) func(...any) string {
		c := color.New(attrs...)
		c.EnableColor()
		return c.SprintFunc()
	}
	place, mark, class, message := style(color.FgMagenta), style(color.FgRed, color.Bold), style(color.FgMagenta, color.Bold), style(color.FgMagenta)
	lines := strings.SplitAfter(traceback, "\n")
	var b strings.Builder
	for _, line := range lines {
		body := strings.TrimRight(line, "\n")
		end := line[len(body):]
		trimmed := strings.TrimLeft(body, " ")
		indent := body[:len(body)-len(trimmed)]
		switch {
		case strings.HasPrefix(trimmed, "File \"") && indent != "":
			b.WriteString(indent + paintFileLine(trimmed, place))
		case trimmed != "" && strings.Trim(trimmed, "~^ ") == "":
			b.WriteString(indent + mark(trimmed))
		case indent == "" && isExceptionLine(trimmed):
			name, msg, found := strings.Cut(trimmed, ":")
			b.WriteString(class(name))
			if found {
				b.WriteString(":" + message(msg))
			}
		default:
			b.WriteString(body)
		}
		b.WriteString(end)
	}
	return b.String()
}

func paintFileLine(s string, place func(...any) string) string {
	rest := strings.TrimPrefix(s, "File ")
	name, after, ok := strings.Cut(rest, ", line ")
	if !ok {
		return s
	}
	line, fn, ok := strings.Cut(after, ", in ")
	out := "File " + place(name) + ", line " + place(line)
	if ok {
		out += ", in " + place(fn)
	}
	return out
}

// isExceptionLine recognises "Class: message" and "Class".
func isExceptionLine(s string) bool {
	name, _, _ := strings.Cut(s, ":")
	if name == "" || strings.ContainsAny(name, " \t") {
		return false
	}
	return name[0] >= 'A' && name[0] <= 'Z' || strings.Contains(name, ".")
}
