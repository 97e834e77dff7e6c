package repl

// This file defines session: it puts lines together to cells, runs them and shows
// what comes of them. It knows no terminal.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/traceback"
	"starpool/host"
	"starpool/host/dialect"
)

// A session is what stands behind the prompt.
type session struct {
	ctx      context.Context
	host     *host.Session
	out, err io.Writer
	theme    *theme
	width    func() int
	history  *history
	load     func(text string) // puts text into the next line to be typed (%load)

	lines  []string // of the cell that is being typed
	cells  int      // how many have run
	timing bool     // values are not shown
}

// newSession makes a session on an interpreter, whose variables it shares with
// nobody else.
func newSession(ctx context.Context, in *host.Interpreter, out, err io.Writer, th *theme) *session {
	s := &session{ctx: ctx, host: in.NewSession(), out: out, err: err, theme: th, history: newHistory(""),
		width: func() int { return 80 }}
	s.host.SetDisplay(s.display)
	return s
}

// pending reports whether a cell has begun.
func (s *session) pending() bool { return len(s.lines) > 0 }

// discard drops the lines of the cell being typed.
func (s *session) discard() { s.lines = nil }

// feed takes a line, which may be several: recalled from the history, or pasted.
// more says that the rest of the same paste follows. It runs the cell if that is
// complete. The error is a *host.ExitError if the session is to end.
func (s *session) feed(line string, more bool) error {
	whole := strings.Contains(line, "\n")
	if !s.pending() && !more {
		if strings.TrimSpace(line) == "" {
			return nil
		}
		if run := s.command(line); run != nil {
			s.history.add(line)
			return run()
		}
	}
	if !whole && strings.TrimSpace(line) == "" && !s.inText() {
		line = "" // the indentation that the prompt has put there
	}
	s.lines = append(s.lines, line)
	if more {
		return nil
	}
	src := strings.Join(s.lines, "\n") + "\n"
	if examine(src, whole) != ready {
		return nil
	}
	s.lines = nil
	if strings.TrimSpace(src) == "" {
		return nil
	}
	s.history.add(strings.TrimRight(src, "\n"))
	return s.run(src)
}

// inText reports whether the cell being typed is inside a string or brackets,
// where spaces may count.
func (s *session) inText() bool {
	_, err := dialect.Parse("<stdin>", []byte(strings.Join(s.lines, "\n")+"\n"), dialect.File)
	return s.pending() && err != nil && isOpen(err)
}

// indent is the indentation that the next line probably has.
func (s *session) indent() string {
	if !s.pending() {
		return ""
	}
	return nextIndent(strings.Join(s.lines, "\n") + "\n")
}

// prompt is what stands before the next line.
func (s *session) prompt() string {
	if s.pending() {
		return s.theme.prompt("...") + " "
	}
	return s.theme.prompt(">>>") + " "
}

// run runs a cell.
func (s *session) run(src string) error {
	s.cells++
	return s.report(s.host.Run(s.ctx, fmt.Sprintf("<stdin-%d>", s.cells), []byte(src)))
}

// display shows the value of an expression statement.
func (s *session) display(t *isolate.Thread, v starlark.Value) error {
	if v == starlark.None || s.timing {
		return nil
	}
	text, err := pretty(t, v, s.width())
	if err != nil {
		return err
	}
	if err := s.print(t, s.theme.highlight(text)+"\n"); err != nil {
		return err
	}
	s.host.SetLast(v)
	return nil
}

// print writes text on the script's standard output, behind what it printed.
func (s *session) print(t *isolate.Thread, text string) error {
	out := files.Stdout(t)
	if out == starlark.None {
		return nil
	}
	_, err := object.CallMethod(t, out, "write", starlark.String(text))
	return err
}

// say writes text of the session's own.
func (s *session) say(format string, args ...any) { fmt.Fprintf(s.out, format, args...) }

// report shows how a cell failed. It returns the error if that ends the session:
// SystemExit, and a context that is over.
func (s *session) report(err error) error {
	var exc *host.Error
	var open *host.OpenError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &exc):
		text := exc.Traceback
		if st := s.theme.traceback(); st != nil && exc.Exception != nil {
			s.host.Do(func(t *isolate.Thread) error {
				text = traceback.FormatWith(t, exc.Exception, traceback.Options{Style: st})
				return nil
			})
		}
		io.WriteString(s.err, text)
		return nil
	case errors.As(err, &open):
		fmt.Fprintln(s.err, s.theme.failure(open.Error()))
		return nil
	}
	return err
}

// timed runs fn and returns how long it took.
func timed(fn func() error) (time.Duration, error) {
	begin := time.Now()
	err := fn()
	return time.Since(begin), err
}
