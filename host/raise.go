package host

// This file defines how Go errors become exceptions, and the exception classes
// that a host makes.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"reflect"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/universe"
)

// An ExceptionClass is a class of exceptions that Go and scripts share. Put it in
// a module and scripts can catch and raise it; return it, or what Errorf and Wrap
// make, from a Go function and scripts see it raised; and
// errors.Is(err, class) tells whether a run failed with it or a class derived
// from it.
type ExceptionClass struct{ class *object.Class }

// NewException makes a class of that name, such as "shop.NotFound": what is before
// the last dot is the module that it says it is from. base is its base class;
// nil is Exception. Make it once, as a package variable: any number of
// interpreters share it.
func NewException(name string, base *ExceptionClass) *ExceptionClass {
	module := "builtins"
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		module, name = name[:i], name[i+1:]
	}
	b := object.Exception
	if base != nil {
		b = base.class
	}
	return &ExceptionClass{object.NewHostClass(object.Spec{Name: name, Module: module, Base: b, Python: true})}
}

// Builtin returns the built-in exception class of that name, such as
// "LookupError". It panics if there is none: names are known when a program is
// written.
func Builtin(name string) *ExceptionClass {
	if c, ok := universe.Table()[name].(*object.Class); ok && c.Exception {
		return &ExceptionClass{c}
	}
	panic("host: no exception is called " + name)
}

// Error returns the name: a class is an error without a message.
func (c *ExceptionClass) Error() string { return c.class.ClassName }

// Errorf returns an error that scripts see as this exception with the message. As
// with fmt.Errorf, %w keeps the error that is the reason, which errors.Is and
// errors.As find when the exception comes back to Go.
func (c *ExceptionClass) Errorf(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	return &classError{c, err, err.Error()}
}

// Wrap returns an error that scripts see as this exception with err's text.
func (c *ExceptionClass) Wrap(err error) error { return &classError{c, err, err.Error()} }

// A classError is an error that says which exception it is.
type classError struct {
	class *ExceptionClass
	err   error
	text  string
}

func (e *classError) Error() string   { return e.text }
func (e *classError) Unwrap() []error { return []error{e.class, e.err} }

// WithErrorMapper sets what a Go error is to scripts: mapper returns what a Go
// function might have returned in its place (usually what ExceptionClass.Wrap
// makes), or nil to leave it. Default: errors that say themselves, errors of the
// operating system as OSError and its kin, a deadline of the function's own as
// TimeoutError, io.EOF as EOFError, all others as RuntimeError. The end of the
// run's context is never asked about: no script can catch it.
func WithErrorMapper(mapper func(error) error) Option {
	return func(c *config) { c.mapper = mapper }
}

// raiseGo returns what a Go function's error does to the script that called it.
func (in *Interpreter) raiseGo(t *isolate.Thread, err error) error {
	if f, ok := err.(*goFailure); ok {
		err = f.err
		if f.stopped && isContext(err) {
			return &object.Cancellation{Err: err}
		}
	}
	if object.IsCancellation(err) {
		return err // an interrupt came first
	}
	if e, ok := err.(*object.Error); ok {
		return e
	}
	if p, ok := err.(*goPanic); ok {
		return p.raise()
	}
	if e, ok := err.(*Error); ok && e.Exception != nil && e.in == in {
		return object.RaiseValue(e.Exception) // a script's own, on its way through Go
	}
	return &object.Error{Exc: in.exceptionOf(t, err)}
}

func isContext(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// raise is the exception of a panic: a SystemError with the Go stack.
func (p *goPanic) raise() error {
	err := object.Raise(object.SystemError, "%s", p.Error())
	x := err.(*object.Error).Exc
	x.Exception().GoStack = p.stack
	x.Extra = error(p)
	return err
}

// exceptionOf makes the exception object of a Go error.
func (in *Interpreter) exceptionOf(t *isolate.Thread, err error) *object.Instance {
	var e *Error
	if errors.As(err, &e) && e.Exception != nil && e.in == in && error(e) == err {
		return e.Exception
	}
	original := err
	if m := in.config.mapper; m != nil {
		if mapped := m(err); mapped != nil {
			err = mapped
		}
	}
	x := in.classified(t, err)
	x.Extra = err
	if !errors.Is(err, original) {
		x.Extra = errors.Join(err, original)
	}
	if e != nil && e.Exception != nil && e.in == in && e.Exception != x {
		x.Exception().Cause = e.Exception // Go wrapped a script's exception
		x.Exception().SuppressContext = true
	}
	return x
}

func (in *Interpreter) classified(t *isolate.Thread, err error) *object.Instance {
	text := starlark.String(osText(err.Error()))
	var c *classError
	if errors.As(err, &c) {
		return object.NewException(c.class.class, text)
	}
	var class *ExceptionClass
	if errors.As(err, &class) {
		if err == error(class) {
			return object.NewException(class.class)
		}
		return object.NewException(class.class, text)
	}
	var own *object.Error
	if errors.As(err, &own) && error(own) == err {
		return own.Exc
	}
	var conv *ConvertError
	if errors.As(err, &conv) {
		return object.NewException(conv.exception(), text)
	}
	var pe *fs.PathError
	name := ""
	if errors.As(err, &pe) {
		name = pe.Path
	}
	if n, _ := object.ErrnoOf(err); n != 0 && !isContext(err) {
		if oe, ok := object.RaiseOS(err, name).(*object.Error); ok {
			return oe.Exc
		}
	}
	for _, known := range []struct {
		err   error
		class *object.Class
	}{
		{fs.ErrNotExist, object.FileNotFoundError}, {fs.ErrExist, object.FileExistsError}, {fs.ErrPermission, object.PermissionError},
		{os.ErrDeadlineExceeded, object.TimeoutError}, {context.DeadlineExceeded, object.TimeoutError},
		{io.EOF, object.EOFError}, {io.ErrUnexpectedEOF, object.EOFError},
		{errors.ErrUnsupported, object.NotImplementedError},
	} {
		if errors.Is(err, known.err) {
			return object.NewException(known.class, text)
		}
	}
	return object.NewException(object.RuntimeError, text)
}

// exception is the class for a value that does not convert.
func (e *ConvertError) exception() *object.Class {
	if e.overflow {
		return object.OverflowError
	}
	return object.TypeError
}

// convertFailed is the exception of a failed conversion; what a script raised
// meanwhile stays.
func convertFailed(err error) error {
	e, ok := err.(*ConvertError)
	if !ok {
		return err
	}
	raised := object.Raise(e.exception(), "%s", e.Error())
	raised.(*object.Error).Exc.Extra = error(e)
	return raised
}

// toError takes an exception (or None) as an error.
func (c *toGo) toError(v starlark.Value, dst reflect.Value) error {
	if v == starlark.None {
		dst.SetZero()
		return nil
	}
	x, ok := v.(*object.Instance)
	if !ok || x.Exception() == nil {
		return &ConvertError{Reason: "want an exception, got " + typeNameOf(v)}
	}
	dst.Set(reflect.ValueOf(c.in.errorOf(c.t, x)))
	return nil
}
