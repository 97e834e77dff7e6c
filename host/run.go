package host

// This file defines how programs are run and their functions called.

import (
	"context"
	"errors"
	"math"
	"path/filepath"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
)

// RunFile runs the file as the main program: __name__ is '__main__', and imports
// are looked up beside it first. It returns nil, or an *Error, *ExitError
// or *OpenError, or the context's error.
func (in *Interpreter) RunFile(ctx context.Context, path string) error {
	path, src, err := readScript(path)
	if err != nil {
		return err
	}
	// Tracebacks and __file__ have the absolute path, as in CPython.
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	in.ownModules(filepath.Dir(path))
	return in.runMain(ctx, mainFile{name: path, dir: filepath.Dir(path), file: path}, src)
}

// Run runs src as the main program, under the name that tracebacks show.
// Imports are looked up in the working directory first.
func (in *Interpreter) Run(ctx context.Context, name string, src []byte) error {
	return in.runMain(ctx, mainFile{name: name}, src)
}

// RunModule runs a module found by import as the main program (python -m): a
// package's __main__, if it is one, or a built-in module that is a program too
// (unittest, json.tool). sys.argv[0] becomes its path.
func (in *Interpreter) RunModule(ctx context.Context, name string) error {
	in.ownModules(getwd())
	fs := in.files()
	path, err := in.findFile(fs, name, in.searchPath(fs, getwd()))
	if err != nil {
		return err
	}
	if path == "" {
		m := registry.Lookup(name)
		switch {
		case m == nil:
			return &OpenError{name, errNoModule}
		case m.Main == "":
			return &OpenError{name, errBuiltIn}
		}
		in.setArgv0("starpool -m " + name)
		return in.runMain(ctx, mainFile{name: "<frozen " + name + ".__main__>", dir: getwd()}, []byte(m.Main))
	}
	pkg := ""
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		pkg = name[:i]
	}
	dir := path
	if strings.HasPrefix(filepath.Base(path), "__init__.") {
		dir = filepath.Dir(path)
	}
	if !isFile(fs, dir) {
		pkg = name
		if path, err = in.findFile(fs, "__main__", []string{dir}); err != nil || path == "" {
			return &OpenError{name, errPackage}
		}
	}
	src, err := fs.ReadFile(path, permit.Module)
	if err != nil {
		return &OpenError{path, err}
	}
	in.setArgv0(path)
	return in.runMain(ctx, mainFile{name: path, dir: getwd(), file: path, pkg: pkg}, src)
}

// ownModules lets the program import what is beside it.
func (in *Interpreter) ownModules(dir string) {
	t := in.iso.Main()
	t.Acquire()
	defer t.Release()
	permit.PolicyIn.Set(in.iso, permit.PolicyIn.In(in.iso).WithModules(dir))
}

// files is the file system as the interpreter's scripts may use it.
func (in *Interpreter) files() permit.FS {
	t := in.iso.Main()
	t.Acquire()
	defer t.Release()
	return permit.Files(t)
}

// A mainFile says what a main program is called and where it belongs.
type mainFile struct {
	name string // in tracebacks
	dir  string // where imports are looked up first
	file string // __file__, or "" for none
	pkg  string // the package, for relative imports

	dialect *Dialect // nil: what the text or the interpreter says
}

// runMain runs a program on the main thread and then everything that the end of
// a program entails.
func (in *Interpreter) runMain(ctx context.Context, f mainFile, src []byte) error {
	return in.program(ctx, func(t *isolate.Thread) error { return in.mainBody(t, f, src) })
}

// mainBody runs the code of a main program.
func (in *Interpreter) mainBody(t *isolate.Thread, f mainFile, src []byte) error {
	in.setPath(t, f.dir)
	m := in.mainModule(t, f.file)
	if in.starlark {
		in.starlark, in.iso.RecursionLimit = false, isolate.DefaultRecursionLimit
	}
	if f.pkg != "" {
		if _, err := registry.Import(t, f.pkg); err != nil {
			return err
		}
		m.Vars.Set("__package__", starlark.String(f.pkg))
	}
	d := in.dialectOf(src)
	if f.dialect != nil {
		d = *f.dialect
	}
	if d == Starlark {
		in.starlark = true
		// Recursion is forbidden or has go.starlark.net's own limit.
		in.iso.RecursionLimit = math.MaxInt
		return in.execStarlark(t, m, f.name, src, false)
	}
	return in.exec(t, m, f.name, src)
}

// program runs body on the main thread as a program: with ctx, the end of the
// program, and its failure made into a Go error.
func (in *Interpreter) program(ctx context.Context, body func(t *isolate.Thread) error) error {
	return in.onMain(ctx, in.stopThreads, func(t *isolate.Thread) error {
		return in.finish(t, ctx, in.guard(t, func() error { return body(t) }))
	})
}

// onMain runs fn on the main thread, with the lock. When ctx ends, stop is called
// until fn returns.
func (in *Interpreter) onMain(ctx context.Context, stop func(cause error), fn func(t *isolate.Thread) error) error {
	return in.limited(in.withMain(ctx, stop, fn))
}

func (in *Interpreter) withMain(ctx context.Context, stop func(cause error), fn func(t *isolate.Thread) error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err := in.begin(); err != nil {
		return err
	}
	defer in.end()
	defer in.clock()()
	t := in.iso.Main()
	var end func() bool
	if ctx.Done() != nil {
		end = watch(ctx, func() { stop(context.Cause(ctx)) })
	}
	err := func() error {
		t.Acquire()
		defer t.Release()
		return fn(t)
	}()
	if end != nil && !end() {
		t.Acquire()
		t.Pending() // an interrupt that came late is not for the next program
		t.Release()
	}
	return err
}

// stopThreads interrupts the main thread and all threads that scripts have made.
// Calls from Go have contexts of their own.
func (in *Interpreter) stopThreads(cause error) {
	for _, t := range in.iso.Threads() {
		t.Interrupt(&object.Cancellation{Err: cause})
	}
}

// stopMain interrupts the main thread only.
func (in *Interpreter) stopMain(cause error) {
	in.iso.Main().Interrupt(&object.Cancellation{Err: cause})
}

// maxStop is how long a program that was stopped waits for its threads: one may be
// in a Go function that does not look at its context.
const maxStop = 5 * time.Second

// awaitThreads waits until the threads of a stopped program have ended.
func (in *Interpreter) awaitThreads(t *isolate.Thread) {
	for start := time.Now(); len(in.iso.Threads()) > 1 && time.Since(start) < maxStop; {
		t.Block(func(context.Context) error {
			time.Sleep(100 * time.Microsecond)
			return nil
		})
	}
}

// Exec runs src as Run does, but not the end of a program: tasks and threads that
// it leaves go on, its executors take more, and exit handlers wait. So a script
// sets things up for calls (Call, Submit). End or Close ends it.
func (in *Interpreter) Exec(ctx context.Context, name string, src []byte) error {
	return in.execMain(ctx, mainFile{name: name}, src)
}

// ExecProgram is Exec for a compiled program.
func (in *Interpreter) ExecProgram(ctx context.Context, p *Program) error {
	return in.execMain(ctx, mainFile{name: p.name, dialect: &p.dialect}, p.src)
}

func (in *Interpreter) execMain(ctx context.Context, f mainFile, src []byte) error {
	return in.onMain(ctx, in.stopThreads, func(t *isolate.Thread) error {
		err := in.guard(t, func() error { return in.mainBody(t, f, src) })
		if err != nil && ctx.Err() != nil {
			return in.finish(t, ctx, err) // everything is stopped
		}
		if err != nil {
			err = in.failure(t, err)
		}
		if ferr := files.FlushLocked(t); ferr != nil && err == nil {
			err = in.failure(t, ferr)
		}
		return err
	})
}

// End runs what the end of a program entails, after Exec: it waits for tasks and
// threads, unless ctx ends the wait, and runs exit handlers. The interpreter can
// be used again.
func (in *Interpreter) End(ctx context.Context) error {
	return in.program(ctx, func(*isolate.Thread) error { return nil })
}

// begin notes that a program runs, which Interrupt can then reach.
func (in *Interpreter) begin() error {
	in.mu.Lock()
	defer in.mu.Unlock()
	if err := in.stopped(); err != nil {
		return err
	}
	if in.running {
		return errors.New("host: a program is running already")
	}
	in.running = true
	return nil
}

func (in *Interpreter) end() {
	in.mu.Lock()
	in.running = false
	in.mu.Unlock()
}

// guard runs fn and turns a panic of a built-in into an exception, so that it
// never takes the host down.
func (in *Interpreter) guard(t *isolate.Thread, fn func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = object.FromPanic(p)
		}
	}()
	return fn()
}

// failure turns the error of a program or call into what the caller of the
// package sees.
func (in *Interpreter) failure(t *isolate.Thread, err error) error {
	if in.starlark {
		if e := in.starlarkError(t, err); e != nil {
			return e
		}
	}
	exc := object.Catch(t, err, 0)
	if exc == nil {
		if p := t.Pending(); p != nil {
			err = p
		}
		var c *object.Cancellation
		if errors.As(err, &c) {
			return c.Err
		}
		return err
	}
	if exc.Class().IsSubclass(object.SystemExit) {
		return in.exitError(t, exc)
	}
	return in.errorOf(t, exc)
}

// exitError reads the code of a SystemExit as CPython does: none is 0, an int
// itself, anything else is printed and means 1.
func (in *Interpreter) exitError(t *isolate.Thread, exc *object.Instance) error {
	var code starlark.Value = starlark.None
	if c, err := object.GetAttr(t, exc, "code"); err == nil {
		code = c
	}
	if code == starlark.None {
		return &ExitError{}
	}
	if n, ok := object.Base(code).(starlark.Int); ok {
		i, _ := n.Int64()
		return &ExitError{Code: int(i)}
	}
	if b, ok := code.(starlark.Bool); ok {
		if b {
			return &ExitError{Code: 1}
		}
		return &ExitError{}
	}
	s, err := object.Str(t, code)
	if err != nil {
		t.Pending()
	}
	return &ExitError{Code: 1, Message: s}
}
