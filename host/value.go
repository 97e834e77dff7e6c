package host

// This file defines Value, a script's value in Go's hands, and how Go reaches the
// variables and functions of a script.

import (
	"context"
	"fmt"
	"reflect"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// A Value is a value of a script. It may be kept and used from any goroutine:
// its methods take the interpreter's lock. As makes a Go value of it, ToValue makes
// one of a Go value. The zero Value is None of no interpreter.
//
// A Value must not be handed to another interpreter: As it to a Go value first.
type Value struct {
	in *Interpreter
	v  starlark.Value
}

// Starlark returns the value as go.starlark.net and the packages under builtins
// know it. Touch it only with the interpreter's lock (Session.Do, Isolate).
func (v Value) Starlark() starlark.Value {
	if v.v == nil {
		return starlark.None
	}
	return v.v
}

// IsNone reports whether v is None.
func (v Value) IsNone() bool { return v.v == nil || v.v == starlark.None }

// Class returns the qualified name of the value's class: int, queue.Queue, Order.
func (v Value) Class() string { return object.ClassOf(v.Starlark()).FullName() }

// String returns repr(v), or a note why there is none.
func (v Value) String() string {
	if v.in == nil {
		return "None"
	}
	var s string
	err := v.in.do(context.Background(), func(t *isolate.Thread) (err error) {
		s, err = object.Repr(t, v.v)
		return err
	})
	if err != nil {
		return fmt.Sprintf("<repr failed: %v>", err)
	}
	return s
}

// Call calls the value with Go's arguments; see Interpreter.Call.
func (v Value) Call(ctx context.Context, args ...any) (Value, error) {
	if v.in == nil {
		return Value{}, errNoInterpreter
	}
	return v.in.Call(ctx, v, args...)
}

// Attr returns the attribute of that name: a method, a field, a module's
// function. An attribute that is not there is an *Error of class AttributeError.
func (v Value) Attr(name string) (Value, error) {
	if v.in == nil {
		return Value{}, errNoInterpreter
	}
	out := Value{in: v.in}
	err := v.in.do(context.Background(), func(t *isolate.Thread) (err error) {
		out.v, err = object.GetAttr(t, v.v, name)
		return err
	})
	return out, err
}

var errNoInterpreter = fmt.Errorf("host: the Value belongs to no interpreter")

// Kwargs, as the last argument of Call or Submit, are keyword arguments.
type Kwargs map[string]any

// Get returns a variable of the main program: the program that ran last, or runs.
// ok is false if it has none of that name.
func (in *Interpreter) Get(name string) (v Value, ok bool) {
	in.do(context.Background(), func(t *isolate.Thread) error {
		if m := mainOf(t); m != nil {
			v.v = m.Get(name)
		}
		return nil
	})
	if v.v == nil {
		return Value{}, false
	}
	v.in = in
	return v, true
}

// Set makes x a variable of the main program. A later Run begins without it.
func (in *Interpreter) Set(name string, x any) error {
	return in.do(context.Background(), func(t *isolate.Thread) error {
		v, err := in.toValue(t, x)
		if err != nil {
			return err
		}
		m := mainOf(t)
		if m == nil {
			m = in.mainModule(t, "")
		}
		return m.SetAttr(t, name, v)
	})
}

// Globals returns the variables of the main program, without those that Python
// sets itself (__name__ and its kin).
func (in *Interpreter) Globals() map[string]Value {
	out := make(map[string]Value)
	in.do(context.Background(), func(t *isolate.Thread) error {
		m := mainOf(t)
		if m == nil {
			return nil
		}
		for _, n := range m.AttrNames() {
			if len(n) > 4 && n[:2] == "__" && n[len(n)-2:] == "__" {
				continue
			}
			if v := m.Get(n); v != nil {
				out[n] = Value{in, v}
			}
		}
		return nil
	})
	return out
}

func mainOf(t *isolate.Thread) *object.Module {
	v, _, _ := registry.Loaded.In(t.Isolate()).Get(starlark.String("__main__"))
	m, _ := v.(*object.Module)
	return m
}

// ToValue makes a value of in's heap of a Go value. docs/embedding.md has the
// table; in short: numbers, strings, []byte, bools, nil, time.Time,
// time.Duration and *big.Int become Python's own; slices, arrays and maps are
// copied; structs and pointers become objects whose attributes are the fields
// and methods, live behind a pointer; functions can be called; channels and
// iterators can be iterated over; an error becomes an exception. Values that
// contain themselves are safe.
func ToValue(in *Interpreter, x any) (Value, error) {
	out := Value{in: in}
	err := in.do(context.Background(), func(t *isolate.Thread) (err error) {
		out.v, err = in.toValue(t, x)
		return err
	})
	if err != nil {
		return Value{}, err
	}
	return out, nil
}

// As makes a Go value of v. An int must fit T, a struct takes the keys of a dict
// or the attributes of an object, a func type calls the script's function, any
// takes what is natural (int, float64, string, []any, map[string]any, …). The error
// names the place: `orders[3].price: want int, got str`; it is a *ConvertError or
// the *Error of a script that ran on the way.
func As[T any](v Value) (T, error) {
	var out T
	if v.in == nil {
		if v.v != nil {
			return out, errNoInterpreter
		}
		err := (&toGo{}).convert(starlark.None, reflect.ValueOf(&out).Elem())
		return out, err
	}
	err := v.in.do(context.Background(), func(t *isolate.Thread) error {
		return v.in.fromValue(t, v.v, reflect.ValueOf(&out).Elem())
	})
	return out, err
}

// maxIdle is how many threads an interpreter keeps for calls from Go.
const maxIdle = 16

// do runs fn with the lock on a thread of its own, which no script sees among
// its threads, until ctx ends. The error is as the package's callers see it.
func (in *Interpreter) do(ctx context.Context, fn func(t *isolate.Thread) error) error {
	if err := in.stopped(); err != nil {
		return err
	}
	return in.limited(in.onCall(ctx, fn))
}

func (in *Interpreter) onCall(ctx context.Context, fn func(t *isolate.Thread) error) error {
	defer in.clock()()
	if err := ctx.Err(); err != nil {
		return context.Cause(ctx)
	}
	t := in.callThread()
	if t == nil {
		return ErrClosed
	}
	clean := true
	defer func() { in.callDone(t, clean) }()
	if ctx.Done() != nil {
		scope := new(isolate.Scope)
		stop := watch(ctx, func() { scope.Cancel(in.iso, &object.Cancellation{Err: context.Cause(ctx)}) })
		// It stops without the lock, which Cancel may wait for.
		defer func() { clean = stop() }()
		t.Acquire()
		t.Enter(scope)
		defer func() {
			t.Enter(nil)
			t.Release()
		}()
	} else {
		t.Acquire()
		defer t.Release()
	}
	if err := in.guard(t, func() error { return fn(t) }); err != nil {
		if e, ok := err.(*ConvertError); ok {
			return e
		}
		return in.failure(t, err)
	}
	if t.HasPending() {
		return in.failure(t, t.Pending())
	}
	return nil
}

// stopEvery is how often what a context has ended is told so until it ends: one
// that is stopped may wait anew, in a finally clause for instance.
const stopEvery = 5 * time.Millisecond

// watch calls stop when ctx ends, again and again until the function that it
// returns is called. That reports whether stop has never been called.
func watch(ctx context.Context, stop func()) (end func() bool) {
	over, ended := make(chan struct{}), make(chan struct{})
	unused := context.AfterFunc(ctx, func() {
		defer close(ended)
		for {
			stop()
			select {
			case <-over:
				return
			case <-time.After(stopEvery):
			}
		}
	})
	return func() bool {
		if unused() {
			return true
		}
		close(over)
		<-ended
		return false
	}
}

// callThread returns an idle thread for a call, or a new one; nil if the
// interpreter is closed.
func (in *Interpreter) callThread() *isolate.Thread {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.iso.Context().Err() != nil {
		return nil
	}
	if n := len(in.idle); n > 0 {
		t := in.idle[n-1]
		in.idle = in.idle[:n-1]
		return t
	}
	t := in.iso.NewThread("call")
	t.Hide()
	return t
}

// callDone keeps a thread for the next call. One that a context may have
// interrupted is not used again.
func (in *Interpreter) callDone(t *isolate.Thread, clean bool) {
	if clean {
		t.Locals = nil
		in.mu.Lock()
		if len(in.idle) < maxIdle && in.iso.Context().Err() == nil {
			in.idle = append(in.idle, t)
			t = nil
		}
		in.mu.Unlock()
	}
	if t != nil {
		t.Exit()
	}
}
