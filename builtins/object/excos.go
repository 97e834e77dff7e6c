package object

// This file defines OSError: the choice of the class by errno, its attributes,
// and exceptions made of Go's errors.

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"strings"
	"syscall"

	"go.starlark.net/starlark"
)

// The errno values that CPython maps to classes, with Linux's numbers: a script
// sees the same numbers everywhere.
var errnoClasses = map[int]**Class{
	1:   &PermissionError,        // EPERM
	2:   &FileNotFoundError,      // ENOENT
	3:   &ProcessLookupError,     // ESRCH
	4:   &InterruptedError,       // EINTR
	10:  &ChildProcessError,      // ECHILD
	11:  &BlockingIOError,        // EAGAIN
	13:  &PermissionError,        // EACCES
	17:  &FileExistsError,        // EEXIST
	20:  &NotADirectoryError,     // ENOTDIR
	21:  &IsADirectoryError,      // EISDIR
	32:  &BrokenPipeError,        // EPIPE
	103: &ConnectionAbortedError, // ECONNABORTED
	104: &ConnectionResetError,   // ECONNRESET
	108: &BrokenPipeError,        // ESHUTDOWN
	110: &TimeoutError,           // ETIMEDOUT
	111: &ConnectionRefusedError, // ECONNREFUSED
	114: &BlockingIOError,        // EALREADY
	115: &BlockingIOError,        // EINPROGRESS
}

// errnoTexts are the texts of the numbers that this file makes up itself.
var errnoTexts = map[int]string{
	1: "Operation not permitted", 2: "No such file or directory", 9: "Bad file descriptor",
	13: "Permission denied", 17: "File exists", 20: "Not a directory", 21: "Is a directory",
	22: "Invalid argument", 32: "Broken pipe", 39: "Directory not empty", 104: "Connection reset by peer",
	110: "Connection timed out", 111: "Connection refused",
}

func init() {
	OSError.New = func(t *Thread, cls *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if cls == OSError && len(args) >= 2 && len(args) <= 5 {
			if n, ok := args[0].(starlark.Int); ok {
				if i, ok := n.Int64(); ok {
					if c := errnoClasses[int(i)]; c != nil {
						cls = *c
					}
				}
			}
		}
		x := NewInstance(cls, t)
		x.State = &ExceptionState{Args: args}
		// A class with an __init__ of its own may never call OSError's.
		return x, nil
	}
	OSError.Init = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		x := self.(*Instance)
		if len(kwargs) > 0 {
			return Raise(TypeError, "%s() takes no keyword arguments", x.class.ClassName)
		}
		fillOS(x, args)
		return nil
	}
	OSError.AddAttrs(
		excField("errno", nil), excField("strerror", nil),
		excField("filename", nil), excField("filename2", nil),
		Attr{Name: "characters_written",
			Get: func(t *Thread, self starlark.Value) (starlark.Value, error) {
				s, err := stateOf(self, "characters_written")
				if err != nil {
					return nil, err
				}
				if v := s.field("characters_written"); v != nil {
					return v, nil
				}
				return nil, Raise(AttributeError, "characters_written")
			},
			Set: func(t *Thread, self, v starlark.Value) error {
				s, err := stateOf(self, "characters_written")
				if err != nil {
					return err
				}
				if _, err := Index(t, v); err != nil {
					return err
				}
				s.fields.Set("characters_written", v)
				return nil
			},
		},
	)
	OSError.AddMethods(Def{Sig: "__str__(self, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
		s, err := stateOf(a[0], "__str__")
		if err != nil {
			return nil, err
		}
		number, reason, file, file2 := s.field("errno"), s.field("strerror"), s.field("filename"), s.field("filename2")
		if file == nil && (number == nil || reason == nil) {
			return excText(baseExceptionStr(t, a[0]))
		}
		var b strings.Builder
		write := func(before string, v starlark.Value, text func(*Thread, starlark.Value) (string, error)) {
			if err != nil {
				return
			}
			var s string
			s, err = text(t, valueOr(v, starlark.None))
			b.WriteString(before)
			b.WriteString(s)
		}
		write("[Errno ", number, Str)
		write("] ", reason, Str)
		if file != nil {
			write(": ", file, Repr)
			if file2 != nil {
				write(" -> ", file2, Repr)
			}
		}
		return excText(b.String(), err)
	}})
}

// fillOS takes OSError's arguments apart.
func fillOS(x *Instance, args starlark.Tuple) {
	s := x.Exception()
	s.Args = args
	if len(args) < 2 || len(args) > 5 {
		return
	}
	s.fields.Set("errno", args[0])
	s.fields.Set("strerror", args[1])
	if len(args) > 2 && args[2] != starlark.None {
		if _, number := args[2].(starlark.Int); number && x.class.IsSubclass(BlockingIOError) {
			s.fields.Set("characters_written", args[2])
		} else {
			s.fields.Set("filename", args[2])
		}
	}
	if len(args) > 4 && args[4] != starlark.None {
		s.fields.Set("filename2", args[4])
	}
	s.Args = args[:2:2]
}

// OSErrorOf makes the exception for an errno of Linux, with CPython's class.
// Nil file names are left out.
func OSErrorOf(errno int, reason string, filename, filename2 starlark.Value) *Instance {
	if reason == "" {
		reason = errnoTexts[errno]
	}
	c := OSError
	if k := errnoClasses[errno]; k != nil {
		c = *k
	}
	x := NewException(c)
	args := starlark.Tuple{starlark.MakeInt(errno), starlark.String(reason), valueOr(filename, starlark.None), starlark.None, valueOr(filename2, starlark.None)}
	fillOS(x, args)
	return x
}

// RaiseErrno is the error of a failed system call, by its Linux errno.
func RaiseErrno(errno int, filename string) error {
	return &Error{Exc: OSErrorOf(errno, "", fileValue(filename), nil)}
}

func fileValue(name string) starlark.Value {
	if name == "" {
		return nil
	}
	return starlark.String(name)
}

// RaiseOS turns an error of Go's os or net packages into the OSError that
// CPython would raise. filename is what the script passed; empty: none. Errors
// that are exceptions already, and cancellations, are returned unchanged.
func RaiseOS(err error, filename string) error {
	if err == nil || IsException(err, BaseException) || IsCancellation(err) {
		return err
	}
	if x := osException(err, fileValue(filename)); x != nil {
		return &Error{Exc: x}
	}
	return Raise(OSError, "%s", err.Error())
}

// raiseOS is for Go errors that built-ins returned as they are; nil if err is
// none of the operating system's.
func raiseOS(err error) *Instance {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return osException(err, fileValue(pe.Path))
	}
	return osException(err, nil)
}

// A Raiser is a Go error that knows which exception it is.
type Raiser interface {
	error
	Raised() *Instance
}

func osException(err error, filename starlark.Value) *Instance {
	var r Raiser
	if errors.As(err, &r) {
		return r.Raised()
	}
	number, reason := ErrnoOf(err)
	if number == 0 {
		return nil
	}
	x := OSErrorOf(number, reason, filename, nil)
	x.Extra = err
	return x
}

// ErrnoOf returns the Linux errno and text for an error of Go's os and net
// packages, or 0.
func ErrnoOf(err error) (number int, reason string) {
	var e syscall.Errno
	if errors.As(err, &e) {
		if n, ok := linuxErrno(e); ok {
			if s := errnoTexts[n]; s != "" {
				return n, s
			}
			s := e.Error()
			return n, strings.ToUpper(s[:1]) + s[1:]
		}
	}
	var ne net.Error
	switch {
	case errors.Is(err, fs.ErrNotExist):
		number = 2
	case errors.Is(err, fs.ErrExist):
		number = 17
	case errors.Is(err, fs.ErrPermission):
		number = 13
	case errors.Is(err, fs.ErrClosed), errors.Is(err, net.ErrClosed):
		number = 9
	case errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, context.DeadlineExceeded):
		number = 110
	case errors.As(err, &ne) && ne.Timeout():
		number = 110
	}
	return number, errnoTexts[number]
}
