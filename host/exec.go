package host

// This file defines how a compiled module runs, and what exec, eval and the
// built-in modules that are scripts ask of the host.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/lowering"
	"starpool/builtins/modules/sys"
	"starpool/builtins/object"
	"starpool/builtins/universe"
	"starpool/host/dialect"
)

// predeclared returns the names that scripts have without an import.
func (in *Interpreter) predeclared(t *isolate.Thread) starlark.StringDict { return universe.Dict() }

// exec runs source as the code of module m.
func (in *Interpreter) exec(t *isolate.Thread, m *object.Module, filename string, src []byte) error {
	prog, err := in.compile(t, m.Name, filename, src, dialect.File, dialect.Options{})
	if err != nil {
		return err
	}
	return in.init(t, m, prog, false)
}

// init runs a program as the code of module m.
func (in *Interpreter) init(t *isolate.Thread, m *object.Module, prog *starlark.Program, open bool) error {
	_, err := prog.Init(t.Starlark(), lowering.Predeclared(t, m, in.env, open))
	if err == nil {
		err = t.Pending()
	}
	return err
}

// runSource implements registry.RunSource: the script part of a built-in module.
// Its file name tells tracebacks that it is no file.
func (in *Interpreter) runSource(t *isolate.Thread, m *object.Module, source string) error {
	return in.exec(t, m, "<frozen "+m.Name+">", []byte(source))
}

// setSys sets what sys takes from the host.
func (in *Interpreter) setSys(t *isolate.Thread) error {
	if len(in.config.args) > 0 {
		sys.Argv.Set(in.iso, in.config.args)
	}
	object.FunctionGlobals.Set(in.iso, func(t *isolate.Thread, f *starlark.Function) (starlark.Value, error) {
		if g := lowering.GlobalsOf(f); g != nil {
			return g.Dict(), nil
		}
		return starlark.NewDict(0), nil
	})
	universe.HooksIn.Set(in.iso, &universe.Hooks{
		Compile: in.compileHook,
		Run:     in.runHook,
		Globals: callerGlobals,
		Locals:  callerGlobals,
	})
	return nil
}

// callerGlobals returns the globals of the script function that is running.
func callerGlobals(t *isolate.Thread) (starlark.Value, error) {
	st := t.Starlark()
	for i := 0; i < st.CallStackDepth(); i++ {
		if fn, ok := st.DebugFrame(i).Callable().(*starlark.Function); ok {
			if g := lowering.GlobalsOf(fn); g != nil {
				return g.Dict(), nil
			}
		}
	}
	return starlark.NewDict(0), nil
}
