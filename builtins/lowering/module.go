package lowering

// This file defines Predeclared, which makes the helpers of a module.

import (
	"fmt"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// Short names for what every file of the package speaks of.
type (
	thread = object.Thread
	value  = starlark.Value
)

// Prefix begins the names of the helpers.
const Prefix = "$$"

// An env is what the helpers of one module share.
type env struct {
	iso   *isolate.Isolate
	g     *Globals
	names starlark.StringDict // what the module has predeclared
}

// A helper is a function of lowered code. It has a frame of its own on the call
// stack, which tracebacks leave out.
type helper struct {
	name string
	r    *env
	fn   helperFunc
}

type helperFunc func(r *env, st *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (value, error)

var _ starlark.Callable = (*helper)(nil)

func (h *helper) String() string        { return fmt.Sprintf("<helper %s>", h.name) }
func (h *helper) Type() string          { return "helper" }
func (h *helper) Freeze()               {}
func (h *helper) Truth() starlark.Bool  { return true }
func (h *helper) Hash() (uint32, error) { return starlark.String(h.name).Hash() }
func (h *helper) Name() string          { return h.name }

// CallInternal implements starlark.Callable.
func (h *helper) CallInternal(st *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return h.fn(h.r, st, args, kwargs)
}

// functions are the helpers that are called. Files of the package add theirs
// from init functions.
var functions = make(map[string]helperFunc)

// adaptors are the helpers that are used as x[y].
var adaptors = make(map[string]func(r *env) value)

// plain makes a helperFunc of a function that only needs the thread.
func plain(fn func(t *thread, args starlark.Tuple) (value, error)) helperFunc {
	return func(r *env, st *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
		return fn(r.iso.Current(), args)
	}
}

// Names returns the names of all helpers, without Prefix.
func Names() []string {
	names := []string{"g", "None", "True", "False", "Ellipsis"}
	for n := range functions {
		names = append(names, n)
	}
	for n := range adaptors {
		names = append(names, n)
	}
	return names
}

// Predeclared returns what a lowered module has predeclared: builtins and the
// helpers. m is the module's object, whose variables the module's code becomes:
// its Lookup, Assign and Names are set. If open is true (the file was lowered
// with open globals), all variables live in m.Vars. Of the names only those in
// uses are given: making all of them for each module would cost more than most
// modules do.
func Predeclared(t *thread, m *object.Module, builtins starlark.StringDict, open bool, uses []string) starlark.StringDict {
	r := &env{iso: t.Isolate()}
	r.g = newGlobals(r, m, builtins, open)
	env := make(starlark.StringDict, len(uses)+1)
	env[Prefix+"g"] = r.g
	for _, name := range uses {
		if v := r.predeclared(name, builtins); v != nil {
			env[name] = v
		}
	}
	r.names = env
	scopesIn.In(t.Isolate()).add(t.Isolate(), r)
	return env
}

// predeclared returns the value of a helper or built-in, or nil.
func (r *env) predeclared(name string, builtins starlark.StringDict) value {
	helped, ok := strings.CutPrefix(name, Prefix)
	if !ok {
		return builtins[name]
	}
	if fn, ok := functions[helped]; ok {
		return &helper{helped, r, fn}
	}
	if make, ok := adaptors[helped]; ok {
		return make(r)
	}
	switch helped {
	case "g":
		return r.g
	case "None":
		return starlark.None
	case "True":
		return starlark.True
	case "False":
		return starlark.False
	case "Ellipsis":
		return object.Ellipsis
	}
	return nil
}

// GlobalsOf returns the variables of the module that a script's function
// belongs to, or nil.
func GlobalsOf(fn *starlark.Function) *Globals {
	g, _ := fn.Module().Predeclared()[Prefix+"g"].(*Globals)
	return g
}

// opaque is embedded in the values that no script ever sees.
type opaque struct{}

func (opaque) Freeze()               {}
func (opaque) Truth() starlark.Bool  { return true }
func (opaque) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable") }
