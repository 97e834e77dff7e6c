package repl

// This file defines Run: opening a session, its loop, and how it ends.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/host"
)

// DefaultHistory is the file in which the program's own sessions keep their cells:
// what STARPOOL_HISTORY says, else .starpool_history in the user's home. It is ""
// if there is none.
func DefaultHistory() string { return historyFile() }

// Run opens a session on in and returns when the person has left it: nil, or an
// *host.ExitError if code said so (exit(3)), or the context's error. Tasks that
// run then have been waited for, unless the person did not want to. The
// interpreter can be used on.
//
// Lines are edited if input and output are a terminal that can do it. Otherwise
// they are read one by one from the input.
func Run(ctx context.Context, in *host.Interpreter, opts ...Option) error {
	iso := in.Isolate()
	c := config{in: iso.Stdin, out: iso.Stdout, err: iso.Stderr}
	for _, o := range opts {
		o(&c)
	}
	r := open(ctx, in, &c)
	defer r.close()
	return r.loop()
}

// A runner is an open session with its editor and streams.
type runner struct {
	*session
	in     *host.Interpreter
	config *config
	editor editor
	undo   []func()
}

func open(ctx context.Context, in *host.Interpreter, c *config) *runner {
	colour := wantsColour(c.out)
	if c.colour != nil {
		colour = *c.colour
	}
	th := newTheme(colour)
	last := new(column)
	out, errs := &screen{w: c.out, last: last}, &screen{w: c.err, last: last}
	s := newSession(ctx, in, out, errs, th)
	r := &runner{session: s, in: in, config: c}
	s.history = newHistory(c.history)

	lines := newLineReader(c.in)
	input := io.Reader(lines)
	inFile, outFile, terminal := terminals(c)
	if terminal {
		s.width = func() int { return screenWidth(outFile) }
		if ed, err := newLineEditor(inFile, outFile, th, &completer{s: s}, out, errs); err == nil {
			for _, cell := range s.history.cells {
				ed.Remember(cell)
			}
			s.load = func(text string) { ed.load = text }
			r.editor, input = ed, &typist{inFile, last}
		}
	}
	if r.editor == nil {
		r.editor = newPlainEditor(lines, out)
	}
	s.history.added = r.editor.Remember
	r.redirect(input, out, errs)
	if c.signals {
		r.signals()
	}
	// A prompt does not outlive its context.
	stop := context.AfterFunc(ctx, r.editor.Cancel)
	r.undo = append(r.undo, func() { stop() })
	return r
}

// terminals returns the terminal that lines can be edited on.
func terminals(c *config) (in, out *os.File, ok bool) {
	in, ok1 := c.in.(*os.File)
	out, ok2 := c.out.(*os.File)
	ok = canEdit && ok1 && ok2 && isTerminal(in) && isTerminal(out) && os.Getenv("TERM") != "dumb"
	return in, out, ok
}

// redirect puts the session's streams under the interpreter's.
func (r *runner) redirect(in io.Reader, out, errs io.Writer) {
	set := func(in io.Reader, out, errs io.Writer) {
		r.host.Do(func(t *isolate.Thread) error {
			files.Redirect(t, in, out, errs)
			return nil
		})
	}
	set(in, out, errs)
	iso := r.in.Isolate()
	r.undo = append(r.undo, func() { set(iso.Stdin, iso.Stdout, iso.Stderr) })
}

// signals makes a Ctrl-C that arrives as a signal interrupt the cell that runs, or
// the line that is being read.
func (r *runner) signals() {
	ch := make(chan os.Signal, 4)
	signal.Notify(ch, os.Interrupt)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-ch:
				if !r.editor.Interrupt() {
					r.in.Interrupt(int(syscall.SIGINT))
				}
			case <-done:
				return
			}
		}
	}()
	r.undo = append(r.undo, func() { signal.Stop(ch); close(done) })
}

func (r *runner) close() {
	r.editor.Close()
	for i := len(r.undo) - 1; i >= 0; i-- {
		r.undo[i]()
	}
}

// loop is the session from its banner to its end.
func (r *runner) loop() error {
	if r.config.banner != "" {
		r.say("%s\n", r.theme.note(r.config.banner))
	}
	err := r.begin()
	for err == nil {
		err = r.turn()
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	if r.ctx.Err() != nil {
		return context.Cause(r.ctx)
	}
	return r.leave(err)
}

// begin runs the startup file and the script.
func (r *runner) begin() error {
	if path := r.config.startup; path != "" {
		src, err := os.ReadFile(path)
		if err != nil {
			r.complain("can't read the startup file: %v", err)
		} else if err := r.report(r.host.Exec(r.ctx, path, src)); err != nil {
			return err
		}
	}
	if r.config.script != "" {
		return r.report(r.host.RunFile(r.ctx, r.config.script))
	}
	if r.config.code != "" {
		return r.report(r.host.Exec(r.ctx, "<string>", []byte(r.config.code+"\n")))
	}
	return nil
}

// turn reads a line and does what it says.
func (r *runner) turn() error {
	if r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	line, more, err := r.editor.ReadLine(lineRequest{prompt: r.prompt(), fill: r.indent()})
	switch {
	case r.ctx.Err() != nil:
		return r.ctx.Err()
	case errors.Is(err, errInterrupt):
		r.discard()
		fmt.Fprintf(r.err, "\nKeyboardInterrupt\n")
		return nil
	case err != nil && r.pending():
		// The end of input ends the cell that is being typed.
		src := strings.Join(r.lines, "\n") + "\n"
		r.discard()
		if rerr := r.run(src); rerr != nil {
			return rerr
		}
		return err
	case err != nil:
		return err
	}
	return r.feed(line, more)
}

// leave waits for what runs and queued, and says so, unless the person presses
// Ctrl-D or Ctrl-C once more.
func (r *runner) leave(err error) error {
	if names, queued := r.busy(); len(names)+queued > 0 {
		text := strings.Join(names, ", ")
		if queued > 0 {
			text = strings.TrimPrefix(fmt.Sprintf("%s and %d queued", text, queued), " and ")
		}
		r.say("%s\n", r.theme.note(fmt.Sprintf("waiting for %s (Ctrl-D or Ctrl-C leaves at once)", text)))
	}
	ended, stop := context.WithCancel(r.ctx)
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		if r.editor.Leave(ended) {
			r.in.Interrupt(int(syscall.SIGINT))
		}
	}()
	end := r.host.End(r.ctx)
	stop()
	<-watched
	var exc *host.Error
	if errors.As(end, &exc) && exc.Class == "KeyboardInterrupt" {
		return err
	}
	if err == nil {
		return end
	}
	return err
}
