package universe

// This file defines the functions that compile and run source, or ask for the
// names of a scope: they need the front end, so the host does the work.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// Hooks are what the host does for an isolate. A nil one makes its function
// raise RuntimeError.
type Hooks struct {
	// Compile makes a code object of source (a str, bytes or code object). mode
	// is "exec", "eval" or "single".
	Compile func(t *object.Thread, source starlark.Value, filename, mode string) (starlark.Value, error)
	// Run runs source or a code object as exec or eval does. globals and locals
	// are nil where they were not given.
	Run func(t *object.Thread, source starlark.Value, mode string, globals, locals starlark.Value) (starlark.Value, error)
	// Globals and Locals serve calls of globals() and locals() that the front
	// end did not recognise (through another name).
	Globals func(t *object.Thread) (starlark.Value, error)
	Locals  func(t *object.Thread) (starlark.Value, error)
	// Input reads a line for input() from a terminal; ok is false to let
	// input() read sys.stdin.
	Input func(t *object.Thread, prompt string) (line string, ok bool, err error)
}

// HooksIn holds an isolate's Hooks.
var HooksIn = isolate.NewKey(func(*isolate.Isolate) *Hooks { return new(Hooks) })

var sourceDefs = []object.Def{
	{Sig: "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)", Fn: compile},
	{Sig: "eval(source, /, globals=None, locals=None)", Fn: func(t *thread, a args) (value, error) { return run(t, a, "eval") }},
	{Sig: "exec(source, /, globals=None, locals=None, *, closure=None)", Fn: func(t *thread, a args) (value, error) {
		if _, err := run(t, a, "exec"); err != nil {
			return nil, err
		}
		return starlark.None, nil
	}},
	{Sig: "globals()", Fn: func(t *thread, a args) (value, error) {
		if h := HooksIn.In(t.Isolate()).Globals; h != nil {
			return h(t)
		}
		return nil, object.Raise(object.RuntimeError, "globals() is not available here")
	}},
	{Sig: "locals()", Fn: locals},
	{Sig: "exit(code=None)", Fn: exit, Doc: "Exit the program by raising SystemExit."},
	{Sig: "quit(code=None)", Fn: exit, Doc: "Exit the program by raising SystemExit."},
	{Sig: "__import__(name, globals=None, locals=None, fromlist=(), level=0)", Fn: importName},
}

func exit(t *thread, a args) (value, error) {
	if a[0] == starlark.None {
		return nil, object.RaiseArgs(object.SystemExit, starlark.None)
	}
	return nil, object.RaiseArgs(object.SystemExit, a[0])
}

func compile(t *thread, a args) (value, error) {
	h := HooksIn.In(t.Isolate()).Compile
	if h == nil {
		return nil, object.Raise(object.RuntimeError, "compile() is not available here")
	}
	filename, ok := object.Text(a[1])
	if !ok {
		return nil, object.Raise(object.TypeError, "expected str, bytes or os.PathLike object, not %s", object.TypeName(a[1]))
	}
	mode, err := object.TextArg(a[2], "compile", "mode")
	if err != nil {
		return nil, err
	}
	switch mode {
	case "exec", "eval", "single":
	default:
		return nil, object.Raise(object.ValueError, "compile() mode must be 'exec', 'eval' or 'single'")
	}
	return h(t, a[0], filename, mode)
}

func run(t *thread, a args, mode string) (value, error) {
	h := HooksIn.In(t.Isolate()).Run
	if h == nil {
		return nil, object.Raise(object.RuntimeError, "%s() is not available here", mode)
	}
	globals, locals := a[1], a[2]
	if globals == starlark.None {
		globals = nil
	} else if !object.IsInstance(globals, object.DictType) {
		if mode == "exec" {
			return nil, object.Raise(object.TypeError, "exec() globals must be a dict, not %s", object.TypeName(globals))
		}
		return nil, object.Raise(object.TypeError, "globals must be a dict")
	}
	if locals == starlark.None {
		locals = nil
	}
	return h(t, a[0], mode, globals, locals)
}

func locals(t *thread, a args) (value, error) {
	if h := HooksIn.In(t.Isolate()).Locals; h != nil {
		return h(t)
	}
	return nil, object.Raise(object.RuntimeError, "locals() is not available here")
}

func importName(t *thread, a args) (value, error) {
	name, ok := object.Text(a[0])
	if !ok {
		return nil, object.Raise(object.TypeError, "__import__() argument 1 must be str, not %s", object.TypeName(a[0]))
	}
	if name == "" {
		return nil, object.Raise(object.ValueError, "Empty module name")
	}
	m, err := registry.Import(t, name)
	if err != nil {
		return nil, err
	}
	from, err := object.Truth(t, a[3])
	if err != nil || from {
		return m, err
	}
	// import a.b binds a.
	for i := range name {
		if name[i] == '.' {
			return registry.Import(t, name[:i])
		}
	}
	return m, nil
}
