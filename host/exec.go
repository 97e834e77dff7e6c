package host

// This file defines how a compiled module runs, and what exec, eval and the
// built-in modules that are scripts ask of the host.

import (
	"maps"
	"unicode/utf8"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/lowering"
	"starpool/builtins/modules/sys"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/text"
	"starpool/builtins/universe"
	"starpool/host/dialect"
)

// predeclared returns the names that scripts have without an import. Nobody
// changes the table that all interpreters share.
func (in *Interpreter) predeclared(t *isolate.Thread) (starlark.StringDict, error) {
	in.own = in.config.predeclared
	if len(in.config.globals) > 0 {
		// Workers make their own of the Go values: these are of this heap.
		names := make(starlark.StringDict, len(in.config.globals)+len(in.config.predeclared))
		maps.Copy(names, in.config.predeclared)
		for name, x := range in.config.globals {
			v, err := in.toValueNamed(t, name, x)
			if err != nil {
				return nil, within(err, name)
			}
			names[name] = v
		}
		in.own = names
	}
	if len(in.own) == 0 {
		return universe.Table(), nil
	}
	env := maps.Clone(universe.Table())
	maps.Copy(env, in.own)
	return env, nil
}

// exec runs source as the code of module m.
func (in *Interpreter) exec(t *isolate.Thread, m *object.Module, filename string, src []byte) error {
	c, err := in.compile(t, m.Name, filename, src, dialect.File, dialect.Options{})
	if err != nil {
		return err
	}
	return in.init(t, m, c, false)
}

// init runs a program as the code of module m.
func (in *Interpreter) init(t *isolate.Thread, m *object.Module, c *compiled, open bool) error {
	_, err := c.prog.Init(t.Starlark(), lowering.Predeclared(t, m, in.env, open, c.uses))
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
		argv := make([]string, len(in.config.args))
		for i, a := range in.config.args {
			argv[i] = osText(a)
		}
		sys.Argv.Set(in.iso, argv)
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

// setArgv0 makes sys.argv[0] the path of a module that runs as the program.
func (in *Interpreter) setArgv0(path string) {
	t := in.iso.Main()
	t.Acquire()
	defer t.Release()
	argv := append([]string{osText(path)}, sys.Argv.In(in.iso)[1:]...)
	sys.Argv.Set(in.iso, argv)
	if m, err := registry.Get(t, "sys"); err == nil && m != nil {
		if list, ok := m.Vars.Get("argv").(*starlark.List); ok && list.Len() > 0 {
			list.SetIndex(0, starlark.String(argv[0]))
		}
	}
}

// osText makes the text of an argument or path of the operating system: bytes
// that are no UTF-8 become lone surrogates (PEP 383).
func osText(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	out, err := text.DecodeBytes(s, "utf-8", "surrogateescape")
	if err != nil {
		return s
	}
	return out
}

// osName undoes osText.
func osName(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	out, err := text.EncodeText(s, "utf-8", "surrogateescape")
	if err != nil {
		return s
	}
	return out
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
