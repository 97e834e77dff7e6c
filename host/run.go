package host

// This file defines how programs are run and their functions called.

import (
	"context"
	"errors"
	"math"
	"path/filepath"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
	"starpool/builtins/traceback"
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
	return in.program(ctx, func(t *isolate.Thread) error {
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
	})
}

// program runs body on the main thread as a program: with ctx, the end of the
// program, and its failure made into a Go error.
func (in *Interpreter) program(ctx context.Context, body func(t *isolate.Thread) error) error {
	return in.limited(in.runProgram(ctx, body))
}

func (in *Interpreter) runProgram(ctx context.Context, body func(t *isolate.Thread) error) error {
	if err := in.begin(); err != nil {
		return err
	}
	defer in.end()
	defer in.clock()()
	stop := context.AfterFunc(ctx, func() {
		in.iso.Main().Interrupt(&object.Cancellation{Err: context.Cause(ctx)})
	})
	defer stop()

	t := in.iso.Main()
	t.Acquire()
	defer t.Release()
	err := in.guard(t, func() error { return body(t) })
	return in.finish(t, ctx, err)
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

// Call calls a function of the script with Go's own arguments already made into
// values. It may be called from any goroutine, while a program runs or after.
func (in *Interpreter) Call(ctx context.Context, fn starlark.Value, args ...starlark.Value) (starlark.Value, error) {
	v, err := in.call(ctx, fn, args)
	if err = in.limited(err); err != nil {
		return nil, err
	}
	return v, nil
}

func (in *Interpreter) call(ctx context.Context, fn starlark.Value, args []starlark.Value) (starlark.Value, error) {
	if err := in.stopped(); err != nil {
		return nil, err
	}
	defer in.clock()()
	t := in.iso.NewThread("call")
	defer t.Exit()
	stop := context.AfterFunc(ctx, func() { t.Interrupt(&object.Cancellation{Err: context.Cause(ctx)}) })
	defer stop()
	t.Acquire()
	defer t.Release()
	var v starlark.Value
	err := in.guard(t, func() error {
		var err error
		v, err = object.Call(t, fn, args, nil)
		return err
	})
	if err != nil {
		return nil, in.failure(t, err)
	}
	return v, nil
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
	msg, serr := object.Str(t, exc)
	if serr != nil {
		t.Pending()
		msg = "<exception str() failed>"
	}
	e := &Error{Class: exc.Class().FullName(), Message: msg, Traceback: traceback.Format(t, exc), Exception: exc}
	if cause, ok := exc.Extra.(error); ok {
		e.cause = cause
	} else if max := in.config.limits[Memory]; max > 0 && exc.Class().IsSubclass(object.MemoryError) {
		e.cause = &LimitError{Limit: Memory, Max: max}
	}
	return e
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
