package repl

// This file defines the options of Run.

import (
	"io"
)

// config is what the options set.
type config struct {
	in       io.Reader
	out, err io.Writer
	banner   string
	history  string
	startup  string
	script   string
	code     string
	signals  bool
	colour   *bool
}

// An Option changes how Run opens a session.
type Option func(*config)

// WithInput sets where lines come from. On a terminal they are edited. Default:
// the interpreter's standard input.
func WithInput(r io.Reader) Option { return func(c *config) { c.in = r } }

// WithOutput sets where values, and tracebacks, are shown. What scripts print goes
// there as well. Default: the interpreter's standard output and error.
func WithOutput(out, err io.Writer) Option { return func(c *config) { c.out, c.err = out, err } }

// WithBanner sets the line that is shown first. Default: none.
func WithBanner(line string) Option { return func(c *config) { c.banner = line } }

// WithHistory sets the file in which cells are kept. Default: none is kept.
func WithHistory(path string) Option { return func(c *config) { c.history = path } }

// WithStartup sets a file that is run first, with the session's variables.
// Default: none.
func WithStartup(path string) Option { return func(c *config) { c.startup = path } }

// WithScript sets a script that is run before the first prompt, as python -i does.
// Default: none.
func WithScript(path string) Option { return func(c *config) { c.script = path } }

// WithCode is WithScript for the text of a script.
func WithCode(src string) Option { return func(c *config) { c.code = src } }

// WithSignals makes the session take Ctrl-C over while it is open, also where
// it arrives as a signal. Default: a Go program keeps its signals and calls
// Interpreter.Interrupt.
func WithSignals() Option { return func(c *config) { c.signals = true } }

// WithColour says whether there is colour. Default: on a terminal, unless NO_COLOR is
// set or TERM is dumb.
func WithColour(on bool) Option { return func(c *config) { c.colour = &on } }
