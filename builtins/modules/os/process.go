package os

// This file defines the functions on processes and the system.

import (
	"os"
	"runtime"
	"syscall"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

func intFunc(sig, doc string, get func() int) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.MakeInt(get()), nil
	}}
}

var sizeClass = object.NewClass(object.Spec{Name: "terminal_size", Module: "os", Base: object.TupleType})

func init() {
	for i, name := range []string{"columns", "lines"} {
		sizeClass.AddAttrs(object.Attr{Name: name, Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return object.Base(self).(starlark.Tuple)[i], nil
		}})
	}
}

// Exit ends the process at once, as os._exit does. Tests replace it.
var Exit = os.Exit

var processFuncs = []object.Def{
	intFunc("getpid()", "Return the current process id.", os.Getpid),
	intFunc("getppid()", "Return the parent's process id.", os.Getppid),
	intFunc("getuid()", "Return the current process's user id.", os.Getuid),
	intFunc("getgid()", "Return the current process's group id.", os.Getgid),
	intFunc("geteuid()", "Return the current process's effective user id.", os.Geteuid),
	intFunc("getegid()", "Return the current process's effective group id.", os.Getegid),
	intFunc("cpu_count()", "Return the number of logical CPUs in the system.", runtime.NumCPU),
	intFunc("def process_cpu_count()", "Get the number of CPUs of the current process.", func() int { return runtime.GOMAXPROCS(0) }),
	{Sig: "urandom(size, /)", Doc: "Return a bytes object containing random bytes suitable for cryptographic use.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		n, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, object.Raise(object.ValueError, "negative argument not allowed")
		}
		if n > 1<<30 {
			return nil, object.Raise(object.MemoryError, "")
		}
		if err := object.Charge(t, int64(n)); err != nil {
			return nil, err
		}
		buf := make([]byte, n)
		if err := permit.Random(t, buf); err != nil {
			return nil, err
		}
		return newBytes(buf), nil
	}},
	{Sig: "kill(pid, signal, /)", Doc: "Kill a process with a signal.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		pid, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		sig, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		if err := permit.Of(t).Kill(pid, sig); err != nil {
			return nil, permit.Raise(err)
		}
		if err := kill(pid, sig); err != nil {
			return nil, object.RaiseOS(err, "")
		}
		// A signal to this process is delivered before the call returns.
		return starlark.None, t.Check()
	}},
	{Sig: "strerror(code, /)", Doc: "Translate an error code to a message string.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		n, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		_, text := object.ErrnoOf(syscall.Errno(n))
		if text == "" {
			text = syscall.Errno(n).Error()
		}
		return starlark.String(text), nil
	}},
	{Sig: "def get_terminal_size(fd=1)", Doc: "Return the size of the terminal window as (columns, lines).", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		fd, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		columns, rows, ok := files.TerminalSize(fd)
		if !ok {
			return nil, &object.Error{Exc: object.OSErrorOf(25, "Inappropriate ioctl for device", nil, nil)}
		}
		return object.Call(t, sizeClass, starlark.Tuple{starlark.Tuple{starlark.MakeInt(columns), starlark.MakeInt(rows)}}, nil)
	}},
	{Sig: "_exit(status)", Doc: "Exit to the system with specified status, without normal exit processing.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		n, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		if err := permit.Owns(t, "ending the process"); err != nil {
			return nil, err
		}
		Exit(n)
		return starlark.None, nil
	}},
	{Sig: "def fspath(path)", Doc: "Return the file system path representation of the object.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		s, bytes, err := fspath(t, a[0], "")
		if err != nil {
			return nil, err
		}
		if bytes {
			return a[0], nil
		}
		return starlark.String(s), nil
	}},
	{Sig: "def fsdecode(filename)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		s, err := Fspath(t, a[0], "")
		return starlark.String(s), err
	}},
	{Sig: "def fsencode(filename)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		s, err := Fspath(t, a[0], "")
		if err != nil {
			return nil, err
		}
		return object.CallMethod(t, starlark.String(s), "encode", starlark.String("utf-8"), starlark.String("surrogateescape"))
	}},
}
