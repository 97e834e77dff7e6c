package object

// This file defines the state that a script's function carries: its
// attributes.

import (
	"reflect"
	"unsafe"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
)

// FunctionGlobals returns what a function's __globals__ is. The host sets it
// for each isolate.
var FunctionGlobals = isolate.NewKey(func(*isolate.Isolate) func(t *Thread, f *starlark.Function) (starlark.Value, error) {
	return func(*Thread, *starlark.Function) (starlark.Value, error) { return starlark.NewDict(0), nil }
})

// QualnameOf is the __qualname__ of anything callable.
func QualnameOf(t *Thread, fn starlark.Value) string {
	if b, ok := fn.(*BoundMethod); ok {
		fn = b.Fn
	}
	if f, ok := fn.(*starlark.Function); ok && FunctionAttrs.Get != nil {
		if q, err := FunctionAttrs.Get(t, f, "__qualname__"); err == nil {
			if s, ok := Text(q); ok {
				return s
			}
		}
	}
	return FunctionQualname(fn)
}

// rawFunction has the layout of starlark.Function.
type rawFunction struct {
	funcode  unsafe.Pointer
	module   unsafe.Pointer
	defaults starlark.Tuple
	freevars starlark.Tuple
}

// As for rawList, another layout must fail at once.
func init() {
	have, want := reflect.TypeFor[starlark.Function](), reflect.TypeFor[rawFunction]()
	same := have.Size() == want.Size() && have.NumField() == want.NumField()
	for i := 0; same && i < want.NumField(); i++ {
		h, w := have.Field(i), want.Field(i)
		same = h.Name == w.Name && h.Offset == w.Offset && h.Type.Size() == w.Type.Size()
	}
	if !same || have.Field(2).Type != reflect.TypeFor[starlark.Tuple]() {
		panic("object: the layout of go.starlark.net's Function has changed")
	}
}

// FunctionState returns what SetFunctionState attached to f, or nil.
func FunctionState(f *starlark.Function) starlark.Value {
	d := (*rawFunction)(unsafe.Pointer(f)).defaults
	if n := len(d); cap(d) > n {
		return d[: n+1 : n+1][n]
	}
	return nil
}

// SetFunctionState attaches a value to f for as long as f lives.
//
// go.starlark.net's functions have no room for attributes, and a table beside
// them would keep alive every function that its own attributes lead back to. So
// the value lies behind the function's default values, past the length of that
// slice: nobody sees it there but the garbage collector.
func SetFunctionState(f *starlark.Function, v starlark.Value) {
	r := (*rawFunction)(unsafe.Pointer(f))
	n := len(r.defaults)
	if cap(r.defaults) > n {
		r.defaults[: n+1 : n+1][n] = v
		return
	}
	d := make(starlark.Tuple, n+1)
	copy(d, r.defaults)
	d[n] = v
	r.defaults = d[:n]
}

// FunctionDefaults returns the default values as go.starlark.net keeps them:
// one for each parameter from the first that has one on, a sentinel for
// keyword-only ones without. The slice is the function's own.
func FunctionDefaults(f *starlark.Function) starlark.Tuple {
	return (*rawFunction)(unsafe.Pointer(f)).defaults
}

// SetFunctionDefaults replaces the default values; their number decides which
// parameters have one.
func SetFunctionDefaults(f *starlark.Function, values starlark.Tuple) {
	state := FunctionState(f)
	d := make(starlark.Tuple, len(values)+1)
	copy(d, values)
	d[len(values)] = state
	r := (*rawFunction)(unsafe.Pointer(f))
	if state == nil {
		r.defaults = d[:len(values):len(values)]
		return
	}
	r.defaults = d[:len(values)]
}
