// Package traceback writes exceptions as CPython 3.13 does: the frames with their
// source lines and carets, chained causes and contexts, notes, groups as trees,
// and what the user may have meant.
//
//	Format, Write, Options   the whole text                  traceback.go
//	frames                   File "…", line …, carets        frames.go
//	last line                Class: message, suggestions     final.go, suggest.go
//	groups                   trees of exceptions             group.go
//
// Two things are starpool's own: for a task's exception the line that says where
// it was submitted, and for a recovered panic the Go stack.
package traceback

import (
	"slices"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// Options say how a traceback looks.
type Options struct {
	// Style marks the parts; nil for plain text. Whether there is colour is the
	// host's decision.
	Style *Style
	// Limit is the most frames that are shown, counted from the outermost; 0:
	// all. A negative one counts from the innermost.
	Limit int
	// Hide, if set, reports frames that are not shown.
	Hide func(object.Frame) bool
	// NoChain leaves out causes and contexts.
	NoChain bool
}

// A Style wraps the parts of a traceback in escape sequences. Any may be nil.
type Style struct {
	File    func(string) string // file name, line number and function name
	Class   func(string) string // the exception's class
	Message func(string) string
	Error   func(string) string // the source and carets of what failed
	Around  func(string) string // the tildes and the source under them
}

const (
	causeText   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextText = "\nDuring handling of the above exception, another exception occurred:\n\n"
)

// Format returns the traceback of exc as plain text. The caller holds t's lock.
func Format(t *object.Thread, exc *object.Instance) string {
	return FormatWith(t, exc, Options{})
}

// FormatWith returns the traceback of exc.
func FormatWith(t *object.Thread, exc *object.Instance, o Options) string {
	w := &writer{t: t, o: o, seen: make(map[*object.Instance]bool)}
	w.seen[exc] = true
	w.exception(exc)
	return w.b.String()
}

// FormatOnly returns the last lines of the traceback: class, message and notes.
func FormatOnly(t *object.Thread, exc *object.Instance) string {
	w := &writer{t: t, seen: make(map[*object.Instance]bool)}
	w.final(exc)
	return w.b.String()
}

// FormatFrames returns the lines of frames.
func FormatFrames(t *object.Thread, frames []object.Frame) string {
	w := &writer{t: t}
	w.frames(frames)
	return w.b.String()
}

// A writer builds the text. Inside a group every line gets a margin.
type writer struct {
	t    *object.Thread
	o    Options
	b    strings.Builder
	seen map[*object.Instance]bool // what is being written already: chains may be cycles

	depth     int  // nesting of groups
	needClose bool // the last part of a group still needs its closing line
	margin    byte
}

// emit writes text, which ends with a newline, with the margin of the group.
func (w *writer) emit(text string) {
	if w.depth == 0 {
		w.b.WriteString(text)
		return
	}
	bar := w.margin
	if bar == 0 {
		bar = '|'
	}
	for _, line := range strings.SplitAfter(text, "\n") {
		if line != "" {
			w.indent()
			w.b.WriteByte(bar)
			w.b.WriteByte(' ')
			w.b.WriteString(line)
		}
	}
}

func (w *writer) indent() { w.b.WriteString(strings.Repeat("  ", w.depth)) }

type link struct {
	exc  *object.Instance
	text string // what stands between it and what it led to
}

// exception writes exc with what led to it.
func (w *writer) exception(exc *object.Instance) {
	chain := []link{{exc: exc}}
	for x := exc; !w.o.NoChain; {
		s := x.Exception()
		next, text := s.Cause, causeText
		if next != nil && w.seen[next] {
			next = nil
		}
		if next == nil {
			next, text = s.Context, contextText
			if next != nil && (s.SuppressContext || w.seen[next]) {
				next = nil
			}
		}
		if next == nil {
			break
		}
		w.seen[next] = true
		chain = append(chain, link{next, text})
		x = next
	}
	for i := len(chain) - 1; i >= 0; i-- {
		w.one(chain[i].exc)
		if i > 0 {
			w.emit(chain[i].text)
		}
	}
}

// one writes a single exception.
func (w *writer) one(exc *object.Instance) {
	s := exc.Exception()
	if object.GroupExceptions(exc) != nil {
		w.group(exc)
		return
	}
	shown := s.Traceback
	if w.o.Hide != nil {
		shown = slices.DeleteFunc(slices.Clone(shown), w.o.Hide)
	}
	if len(shown) > 0 {
		w.emit("Traceback (most recent call last):\n")
		w.frames(shown)
	}
	w.origin(s)
	w.final(exc)
}

// origin says where a task was submitted.
func (w *writer) origin(s *object.ExceptionState) {
	if s.Origin == "" {
		return
	}
	text := s.Origin
	if !strings.HasPrefix(text, "submitted ") {
		text = "submitted from " + text
	}
	w.emit("  (" + strings.TrimSuffix(text, "\n") + ")\n")
}

func style(f func(string) string, s string) string {
	if f == nil || s == "" {
		return s
	}
	return f(s)
}

func (w *writer) style() *Style {
	if w.o.Style == nil {
		return &Style{}
	}
	return w.o.Style
}

// safeStr is str(v), or a placeholder if that fails.
func (w *writer) safeStr(v starlark.Value, what string) string {
	s, err := object.Str(w.t, v)
	if err != nil {
		w.t.Pending()
		return "<" + what + " str() failed>"
	}
	return s
}
