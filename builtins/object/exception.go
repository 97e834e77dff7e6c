package object

// This file defines exceptions: the class hierarchy, the state of an exception
// object, and how an exception travels as a Go error.

import (
	"errors"
	"fmt"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// ExceptionState is what an exception object holds besides its attributes. It
// is the State of every Instance whose class is an exception.
type ExceptionState struct {
	Args            starlark.Tuple
	Cause           *Instance // __cause__
	Context         *Instance // __context__
	SuppressContext bool
	Traceback       []Frame // outermost first
	GoStack         string  // of a recovered panic
	Origin          string  // for a task's exception: where the task was submitted
	Retrieved       bool    // a waiter has seen it

	fields    Namespace  // attributes that the class defines and that are not in __dict__
	traceback *Traceback // __traceback__, once asked for
}

// A Frame is one entry of a traceback.
type Frame struct {
	Func string
	Pos  syntax.Position // of the call or operation; filename "<builtin>" for Go code
}

// An Error is an exception on its way: the Go error that stands for a raised
// exception everywhere in starpool.
type Error struct {
	Exc *Instance
	// Tail is the part of the traceback that the exception had when it was
	// raised again; Catch puts the new frames before it.
	Tail []Frame
	// Bare marks a bare raise (and the end of a finally): the frame that raises
	// again is the first of Tail already.
	Bare bool
}

// Error returns "Class: message" if the message is the exception's only
// argument, else the class alone. go.starlark.net asks for it whenever an
// exception is raised, so it runs no script code; DescribeException may.
func (e *Error) Error() string {
	name := e.Exc.class.ClassName
	if s := e.Exc.Exception(); s != nil && len(s.Args) == 1 {
		if msg, ok := s.Args[0].(starlark.String); ok {
			return name + ": " + string(msg)
		}
	}
	return name
}

// Unwrap gives access to a Go error that the exception stands for.
func (e *Error) Unwrap() error {
	if v, ok := e.Exc.Extra.(error); ok {
		return v
	}
	return nil
}

// newException declares an exception class of the built-in hierarchy.
func newException(name string, base *Class) *Class {
	c := NewClass(Spec{Name: name, Base: base})
	c.Exception = true
	return c
}

// The built-in exception classes, as in CPython 3.13.
var (
	BaseException          = newException("BaseException", nil)
	BaseExceptionGroup     = newException("BaseExceptionGroup", BaseException)
	GeneratorExit          = newException("GeneratorExit", BaseException)
	KeyboardInterrupt      = newException("KeyboardInterrupt", BaseException)
	SystemExit             = newException("SystemExit", BaseException)
	Exception              = newException("Exception", BaseException)
	ArithmeticError        = newException("ArithmeticError", Exception)
	FloatingPointError     = newException("FloatingPointError", ArithmeticError)
	OverflowError          = newException("OverflowError", ArithmeticError)
	ZeroDivisionError      = newException("ZeroDivisionError", ArithmeticError)
	AssertionError         = newException("AssertionError", Exception)
	AttributeError         = newException("AttributeError", Exception)
	BufferError            = newException("BufferError", Exception)
	EOFError               = newException("EOFError", Exception)
	ImportError            = newException("ImportError", Exception)
	ModuleNotFoundError    = newException("ModuleNotFoundError", ImportError)
	LookupError            = newException("LookupError", Exception)
	IndexError             = newException("IndexError", LookupError)
	KeyError               = newException("KeyError", LookupError)
	MemoryError            = newException("MemoryError", Exception)
	NameError              = newException("NameError", Exception)
	UnboundLocalError      = newException("UnboundLocalError", NameError)
	OSError                = newException("OSError", Exception)
	BlockingIOError        = newException("BlockingIOError", OSError)
	ChildProcessError      = newException("ChildProcessError", OSError)
	ConnectionError        = newException("ConnectionError", OSError)
	BrokenPipeError        = newException("BrokenPipeError", ConnectionError)
	ConnectionAbortedError = newException("ConnectionAbortedError", ConnectionError)
	ConnectionRefusedError = newException("ConnectionRefusedError", ConnectionError)
	ConnectionResetError   = newException("ConnectionResetError", ConnectionError)
	FileExistsError        = newException("FileExistsError", OSError)
	FileNotFoundError      = newException("FileNotFoundError", OSError)
	InterruptedError       = newException("InterruptedError", OSError)
	IsADirectoryError      = newException("IsADirectoryError", OSError)
	NotADirectoryError     = newException("NotADirectoryError", OSError)
	PermissionError        = newException("PermissionError", OSError)
	ProcessLookupError     = newException("ProcessLookupError", OSError)
	TimeoutError           = newException("TimeoutError", OSError)
	ReferenceError         = newException("ReferenceError", Exception)
	RuntimeError           = newException("RuntimeError", Exception)
	NotImplementedError    = newException("NotImplementedError", RuntimeError)
	RecursionError         = newException("RecursionError", RuntimeError)
	PythonFinalization     = newException("PythonFinalizationError", RuntimeError)
	StopAsyncIteration     = newException("StopAsyncIteration", Exception)
	StopIteration          = newException("StopIteration", Exception)
	SyntaxError            = newException("SyntaxError", Exception)
	IndentationError       = newException("IndentationError", SyntaxError)
	TabError               = newException("TabError", IndentationError)
	SystemError            = newException("SystemError", Exception)
	TypeError              = newException("TypeError", Exception)
	ValueError             = newException("ValueError", Exception)
	UnicodeError           = newException("UnicodeError", ValueError)
	UnicodeDecodeError     = newException("UnicodeDecodeError", UnicodeError)
	UnicodeEncodeError     = newException("UnicodeEncodeError", UnicodeError)
	UnicodeTranslateError  = newException("UnicodeTranslateError", UnicodeError)
	Warning                = newException("Warning", Exception)
	BytesWarning           = newException("BytesWarning", Warning)
	DeprecationWarning     = newException("DeprecationWarning", Warning)
	EncodingWarning        = newException("EncodingWarning", Warning)
	FutureWarning          = newException("FutureWarning", Warning)
	ImportWarning          = newException("ImportWarning", Warning)
	PendingDeprecation     = newException("PendingDeprecationWarning", Warning)
	ResourceWarning        = newException("ResourceWarning", Warning)
	RuntimeWarning         = newException("RuntimeWarning", Warning)
	SyntaxWarning          = newException("SyntaxWarning", Warning)
	UnicodeWarning         = newException("UnicodeWarning", Warning)
	UserWarning            = newException("UserWarning", Warning)

	// ExceptionGroup has two bases.
	ExceptionGroup = newExceptionGroup()

	// DeadlockError is starpool's own: a wait that can never end.
	DeadlockError = newException("DeadlockError", RuntimeError)
)

func newExceptionGroup() *Class {
	c := NewClass(Spec{Name: "ExceptionGroup", Bases: []*Class{BaseExceptionGroup, Exception}})
	c.Exception = true
	return c
}

// typeErrorf lets code that runs while the classes are still being made refer
// to TypeError without an initialisation cycle.
var typeErrorf func(format string, args ...any) error

func init() {
	typeErrorf = func(format string, args ...any) error { return Raise(TypeError, format, args...) }
	BaseException.New = newExceptionInstance
	BaseException.Init = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		x := self.(*Instance)
		if len(kwargs) > 0 {
			return Raise(TypeError, "%s() takes no keyword arguments", x.class.ClassName)
		}
		x.Exception().Args = args
		return nil
	}
}

func newExceptionInstance(t *Thread, cls *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	x := NewInstance(cls, t)
	x.State = &ExceptionState{Args: args}
	return x, nil
}

// Exception returns the exception state of an instance, or nil.
func (x *Instance) Exception() *ExceptionState {
	s, _ := x.State.(*ExceptionState)
	return s
}

// NewException makes an exception object with the given args, without running
// any script code.
func NewException(class *Class, args ...starlark.Value) *Instance {
	x := &Instance{class: class, State: &ExceptionState{Args: args}}
	return x
}

// Raise returns the error of a new exception of the class with a formatted
// message; with an empty format the exception has no args.
func Raise(class *Class, format string, args ...any) error {
	if format == "" {
		return &Error{Exc: NewException(class)}
	}
	return &Error{Exc: NewException(class, starlark.String(fmt.Sprintf(format, args...)))}
}

// RaiseArgs returns the error of a new exception with the given args.
func RaiseArgs(class *Class, args ...starlark.Value) error {
	return &Error{Exc: NewException(class, args...)}
}

// RaiseValue returns the error of an existing exception object being raised
// (again): `raise exc`.
func RaiseValue(exc *Instance) error {
	return &Error{Exc: exc, Tail: exc.Exception().Traceback}
}

// IsException reports whether err is (or wraps) a raised exception of the
// class. It does not look at errors that go.starlark.net raised as plain text;
// use Catch for those.
func IsException(err error, class *Class) bool {
	var e *Error
	return errors.As(err, &e) && e.Exc.class.IsSubclass(class)
}

// Catch turns the error of a failed operation into the exception object that a
// script sees. It takes an error left by Thread.Raise in preference to err,
// maps the plain-text errors of go.starlark.net to CPython's classes and
// wording, and sets the exception's traceback: the frames of the call stack
// deeper than depth (as recorded by the EvalError), then those it had before.
// It returns nil for an error that scripts must not catch (a host's
// cancellation); the caller then returns err unchanged.
func Catch(t *Thread, err error, depth int) *Instance {
	var stack starlark.CallStack
	// The usual nesting is looked through by hand: errors.As costs more than
	// all the rest of a catch.
	ev, ok := err.(*starlark.EvalError)
	if ok || errors.As(err, &ev) {
		stack = ev.CallStack
	}
	if p := t.Pending(); p != nil {
		if IsCancellation(p) {
			// The caller returns the error it has, which does not say so.
			t.Raise(p)
			return nil
		}
		err = p
	} else if ok {
		err = ev.Unwrap()
	}
	e, ok := err.(*Error)
	if !ok && !errors.As(err, &e) {
		if IsCancellation(err) {
			return nil
		}
		e = &Error{Exc: FromNative(t, err, stack)}
		if n := len(stack); n > 0 && isArityError(err) {
			stack = stack[:n-1] // the callee's frame never began
		}
	}
	x := e.Exc.Exception()
	frames := visibleFrames(t, stack[min(max(depth, 0), len(stack)):])
	tail := e.Tail
	if e.Bare && len(tail) > 0 && len(frames) > 0 {
		frames = frames[:len(frames)-1]
	}
	x.Traceback = append(frames, tail...)
	if e.Exc.iso == nil {
		e.Exc.iso = t.Isolate()
	}
	if Caught != nil {
		Caught(t, e.Exc, e.Tail == nil)
	}
	return e.Exc
}

// Caught is told of every exception that Catch catches. fresh tells that the
// exception was raised for the first time. Package lowering sets it: it knows
// which exceptions are being handled.
var Caught func(t *Thread, exc *Instance, fresh bool)

// Cancellation is an error that stops a script and that no except clause can
// catch: its context ended or a limit of its host was reached.
type Cancellation struct{ Err error }

func (c *Cancellation) Error() string { return "script stopped: " + c.Err.Error() }
func (c *Cancellation) Unwrap() error { return c.Err }

// IsCancellation reports whether err stops the script for good: it is a
// Cancellation, or the host cancelled the starlark.Thread.
func IsCancellation(err error) bool {
	var c *Cancellation
	return errors.As(err, &c) || strings.HasPrefix(err.Error(), "Starlark computation cancelled")
}

// DescribeException returns "Class: message" without running script code
// where it can help it; the last line of a traceback.
func DescribeException(x *Instance) string {
	name := x.class.Qualname
	if m := x.class.Module; m != "builtins" && m != "__main__" && m != "" {
		name = m + "." + name
	}
	msg := ""
	if t := x.thread(); t != nil {
		if s, err := Str(t, x); err == nil {
			msg = s
		} else {
			t.Pending()
			msg = "<exception str() failed>"
		}
	} else if s := x.Exception(); s != nil && len(s.Args) > 0 {
		parts := make([]string, len(s.Args))
		for i, a := range s.Args {
			if str, ok := a.(starlark.String); ok {
				parts[i] = string(str)
			} else {
				parts[i] = a.String()
			}
		}
		msg = strings.Join(parts, ", ")
	}
	if msg == "" {
		return name
	}
	return name + ": " + msg
}
