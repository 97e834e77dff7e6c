package host

// This file defines the options of New.

import (
	"io"
	"os"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/procs"
)

// Dialect is the language of a program.
type Dialect int

const (
	// Python is Starlark with Python 3's statements, built-ins and meaning. It
	// is the default.
	Python Dialect = iota
	// Starlark is the language of the Starlark specification, with the names of
	// concurrent.futures predeclared.
	Starlark
)

// String returns the name that --dialect takes.
func (d Dialect) String() string {
	if d == Starlark {
		return "starlark"
	}
	return "python"
}

// ParseDialect returns the dialect of that name.
func ParseDialect(name string) (Dialect, bool) {
	switch name {
	case "python":
		return Python, true
	case "starlark":
		return Starlark, true
	}
	return Python, false
}

// config is what the options set. It is copied by New and never changes after.
type config struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	args           []string
	dialect        Dialect
	path           []string
	unretrieved    bool
	uncaught       func(error)
	predeclared    starlark.StringDict
	load           func(name string) (starlark.StringDict, error)
	grants         grants
	rights         *procs.Rights // of a worker, in the place of grants
	stdio          bool
	now            func() time.Time
	random         io.Reader
	listener       *Listener
	limits         isolate.Limits
	budget         *isolate.Budget // shared with workers in this process
	mapper         func(error) error
	globals        map[string]any
	modules        map[string]any
	loaders        []Loader
	only, without  []string // built-in modules
	bad            error    // of an option that makes no sense
}

func defaultConfig() config {
	return config{unretrieved: true}
}

// streams are the standard streams: those that were given, the process's if
// WithStdio says so, else ones that hold nothing and keep nothing.
func (c *config) streams() (stdin io.Reader, stdout, stderr io.Writer) {
	stdin, stdout, stderr = c.stdin, c.stdout, c.stderr
	if stdin == nil {
		stdin = strings.NewReader("")
		if c.stdio {
			stdin = os.Stdin
		}
	}
	if stdout == nil {
		stdout = io.Discard
		if c.stdio {
			stdout = os.Stdout
		}
	}
	if stderr == nil {
		stderr = io.Discard
		if c.stdio {
			stderr = os.Stderr
		}
	}
	return stdin, stdout, stderr
}

// An Option changes how New makes an interpreter. Later options win.
type Option func(*config)

// WithStdin sets what input() and sys.stdin read. Default: nothing,
// or os.Stdin with WithStdio.
func WithStdin(r io.Reader) Option { return func(c *config) { c.stdin = r } }

// WithStdout sets where print and sys.stdout write. Default: nowhere, or os.Stdout
// with WithStdio. The writer is called by one goroutine at a time.
func WithStdout(w io.Writer) Option { return func(c *config) { c.stdout = w } }

// WithStderr sets where sys.stderr and tracebacks go. Default: nowhere, or
// os.Stderr with WithStdio.
func WithStderr(w io.Writer) Option { return func(c *config) { c.stderr = w } }

// WithArgs sets sys.argv: the script's name and its arguments. Default: [""].
func WithArgs(argv ...string) Option { return func(c *config) { c.args = argv } }

// WithDialect sets the language of programs that do not say theirs in a first
// line `# dialect: …`. Default: Python.
func WithDialect(d Dialect) Option { return func(c *config) { c.dialect = d } }

// WithImportPath sets the folders that import searches behind the script's own.
// Modules are loaded from them also where WithRead does not let scripts read them
// as data. Default: none; with WithAll, the folders of the environment variable
// STARPOOL_PATH.
func WithImportPath(dirs ...string) Option { return func(c *config) { c.path = dirs } }

// WithUnretrieved says whether the exceptions of tasks that nobody asked for
// are reported on standard error. Default: true.
func WithUnretrieved(report bool) Option { return func(c *config) { c.unretrieved = report } }

// WithUncaught sets a function that is told how the main program failed, an
// *Error or an *ExitError, as soon as it has: after what it printed and before
// the tasks and threads that it left behind go on. CPython prints its traceback
// then. Run returns the same error once they are done. Default: none.
func WithUncaught(report func(error)) Option { return func(c *config) { c.uncaught = report } }

// WithPredeclared adds names that every program has without an import.
// Default: none.
func WithPredeclared(names starlark.StringDict) Option {
	return func(c *config) { c.predeclared = names }
}

// WithLoad sets where the load statement looks first: load returns the names of
// the module, or nil for a module that it does not know, which is then a file
// beside the program. It is called with the interpreter's lock held. Default:
// files only.
func WithLoad(load func(name string) (starlark.StringDict, error)) Option {
	return func(c *config) { c.load = load }
}
